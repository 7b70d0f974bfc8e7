//! A program of changes: bytes that are used up one after the other; when they are, everything is the first choice.

/// What is left of a program.
pub struct Turns<'a> {
    left: &'a [u8],
}

impl<'a> Turns<'a> {
    pub const fn of(program: &'a [u8]) -> Self {
        Self { left: program }
    }

    pub const fn is_over(&self) -> bool {
        self.left.is_empty()
    }

    fn byte(&mut self) -> usize {
        let Some((first, rest)) = self.left.split_first() else { return 0 };
        self.left = rest;
        usize::from(*first)
    }

    /// A number below this one; 0 where this one is 0.
    pub fn below(&mut self, end: usize) -> usize {
        let wide = if end > 256 { self.byte() * 256 + self.byte() } else { self.byte() };
        if end == 0 { 0 } else { wide % end }
    }
}
