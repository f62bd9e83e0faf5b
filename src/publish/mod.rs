//! The publisher's half.
