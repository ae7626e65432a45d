//! One screen a file. A page composes parts and turns their events into messages.

