//! Parts that pages are made of. They know neither Model nor Msg: values come in as properties, edits go out through
//! callbacks.

