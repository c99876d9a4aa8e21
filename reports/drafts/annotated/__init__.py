"""An annotated copy of a draft: a numbered note behind every fact that the sources support."""
