//! What the stretches of some HTML are.

/// Where a stretch ends and what it is, in one number, as a page has thousands of them: the name of an element is read from
/// what is written. So a piece of HTML is at most 2²⁹ bytes long, hundreds of times the largest page.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Mark(u32);

#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Token {
    Text,
    Open,
    /// An element that only marks or labels the words beside it, such as how sure they are.
    OpenLabel,
    Close,
    Drawing,
    /// A place of no length, where something is to be filled in.
    Gap,
    /// The same, where nothing needs to say what that is.
    Blank,
}

impl Token {
    pub(super) fn is_open(self) -> bool {
        matches!(self, Self::Gap | Self::Blank)
    }
}

/// In the order of their numbers in a mark.
const TOKENS: [Token; 7] =
    [Token::Text, Token::Open, Token::OpenLabel, Token::Close, Token::Drawing, Token::Gap, Token::Blank];
/// So many of its bits say what a mark's stretch is.
const TOKEN_BITS: u32 = 3;

impl Mark {
    pub(super) fn new(end: usize, token: Token) -> Self {
        debug_assert!(end < 1 << (u32::BITS - TOKEN_BITS), "{end} bytes of HTML");
        Self((end as u32) << TOKEN_BITS | token as u32)
    }

    /// What it adds to the mark before it, and becomes that one: this repeats in a text, and so it can be packed.
    pub(super) fn step_from(self, last: &mut Self) -> [u8; 4] {
        let step = self.0.wrapping_sub(last.0);
        *last = self;
        step.to_le_bytes()
    }

    /// The mark that adds this to the one before it, and becomes that one.
    pub(super) fn after(last: &mut Self, step: [u8; 4]) -> Self {
        last.0 = last.0.wrapping_add(u32::from_le_bytes(step));
        *last
    }

    pub(super) fn end(self) -> usize {
        (self.0 >> TOKEN_BITS) as usize
    }

    pub(super) fn token(self) -> Token {
        TOKENS[(self.0 & ((1 << TOKEN_BITS) - 1)) as usize]
    }
}
