"""Parts of the archive benchmark."""
