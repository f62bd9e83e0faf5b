### What the terminal face says.
