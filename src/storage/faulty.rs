//! Stores that fail on command, for tests only.
