"""The language server: findings, sources' words and corrections where a draft is written, in any editor that speaks LSP."""
