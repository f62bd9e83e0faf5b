//! Interpreters, the virtual environment and the hash-locked pip install.
