//! Problems with the theme.
