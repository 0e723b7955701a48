"""Checks of the code blocks in references, one module for each kind of block."""
