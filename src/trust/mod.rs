//! The TUF client: bytes and time in, a trusted release out. No I/O and no clock in here.
