"""The report: findings first, everything else behind them, as blocks that Markdown and Word files are made of."""
