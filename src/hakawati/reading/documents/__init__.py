"""EPUB, DOCX, ODT, HTML, FB2 and RTF: made harmless, parsed by pandoc, and its tree walked for what is read aloud."""
