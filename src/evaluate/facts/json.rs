//! Reading JSON from its text piece by piece, directed by the caller: no tree is built, nothing is copied.

use std::borrow::Cow;

use crate::problem::{Code, Lines, Problem, Shape};

/// The text is no JSON at this byte.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Broken {
    at: usize,
}

impl Broken {
    /// The problem, with line and column; it concerns the whole document.
    pub(crate) fn problem(self, text: &str) -> Problem {
        let position = Lines::of(text).position(self.at);
        Code::JsonSyntax { line: position.line, column: position.column }.on("")
    }
}

/// A place in a JSON text, at the beginning of a value or behind one.
#[derive(Clone, Debug)]
pub(crate) struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Reader<'a> {
    /// At the first value of `text`; a byte order mark is passed over.
    pub(crate) fn of(text: &'a str) -> Self {
        let mut reader = Self { text, at: if text.starts_with('\u{feff}') { 3 } else { 0 } };
        reader.space();
        reader
    }

    /// What the value is that stands here.
    pub(crate) fn shape(&self) -> Result<Shape, Broken> {
        match self.peek() {
            Some(b'{') => Ok(Shape::Section),
            Some(b'[') => Ok(Shape::List),
            Some(b'"') => Ok(Shape::Text),
            Some(b't' | b'f') => Ok(Shape::Truth),
            Some(b'n') => Ok(Shape::Nothing),
            Some(b'-' | b'0'..=b'9') => Ok(number_shape(self.clone().skip()?)),
            _ => Err(self.broken()),
        }
    }

    /// Hands every member of the section that stands here to `each`, which reads the member's value.
    pub(crate) fn section(
        &mut self,
        mut each: impl FnMut(&mut Self, Cow<'a, str>) -> Result<(), Broken>,
    ) -> Result<(), Broken> {
        self.expect(b'{')?;
        if self.passes(b'}') {
            return Ok(());
        }
        loop {
            let key = self.text()?;
            self.expect(b':')?;
            each(self, key)?;
            if !self.passes(b',') {
                return self.expect(b'}');
            }
        }
    }

    /// Hands every position of the list that stands here to `each`, which reads the value.
    pub(crate) fn list(
        &mut self,
        mut each: impl FnMut(&mut Self, usize) -> Result<(), Broken>,
    ) -> Result<(), Broken> {
        self.expect(b'[')?;
        if self.passes(b']') {
            return Ok(());
        }
        let mut position = 0_usize;
        loop {
            each(self, position)?;
            position = position.saturating_add(1);
            if !self.passes(b',') {
                return self.expect(b']');
            }
        }
    }

    /// The text that stands here, decoded.
    pub(crate) fn text(&mut self) -> Result<Cow<'a, str>, Broken> {
        let begin = self.at;
        let raw = self.string()?;
        let plain = raw.get(1..raw.len().saturating_sub(1)).unwrap_or_default();
        if !plain.contains('\\') {
            return Ok(Cow::Borrowed(plain));
        }
        serde_json::from_str(raw).map(Cow::Owned).map_err(|_| Broken { at: begin })
    }

    /// Passes over the value that stands here, and gives it as it is written.
    pub(crate) fn skip(&mut self) -> Result<&'a str, Broken> {
        let begin = self.at;
        let end = self.skipped()?;
        self.text.get(begin..end).ok_or(Broken { at: begin })
    }

    /// That nothing follows.
    pub(crate) fn end(&self) -> Result<(), Broken> {
        if self.peek().is_none() { Ok(()) } else { Err(self.broken()) }
    }

    /// Passes over a whole value without recursion, however deep it is; gives the byte behind it.
    fn skipped(&mut self) -> Result<usize, Broken> {
        let mut closing: Vec<u8> = Vec::new();
        loop {
            let mut end = self.at;
            match self.peek() {
                Some(b'{') => {
                    self.step();
                    if !self.closes(b'}', &mut end) {
                        self.key()?;
                        closing.push(b'}');
                        continue;
                    }
                }
                Some(b'[') => {
                    self.step();
                    if !self.closes(b']', &mut end) {
                        closing.push(b']');
                        continue;
                    }
                }
                _ => {
                    let begin = self.at;
                    end = begin.saturating_add(self.scalar()?.len());
                }
            }
            // Behind a value: the next one begins, or whatever was open closes.
            loop {
                let Some(close) = closing.last().copied() else { return Ok(end) };
                if self.passes(b',') {
                    if close == b'}' {
                        self.key()?;
                    }
                    break;
                }
                if !self.closes(close, &mut end) {
                    return Err(self.broken());
                }
                closing.pop();
            }
        }
    }

    /// Passes over a key and its colon.
    fn key(&mut self) -> Result<(), Broken> {
        self.string()?;
        self.expect(b':')
    }

    /// A text, number, truth or null as written.
    fn scalar(&mut self) -> Result<&'a str, Broken> {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let length = match self.peek() {
            Some(b'"') => return self.string(),
            Some(b't') if rest.starts_with("true") => 4,
            Some(b'f') if rest.starts_with("false") => 5,
            Some(b'n') if rest.starts_with("null") => 4,
            Some(b'-' | b'0'..=b'9') => match number_length(rest.as_bytes()) {
                Ok(length) => length,
                Err(wrong) => return Err(Broken { at: self.at.saturating_add(wrong) }),
            },
            _ => return Err(self.broken()),
        };
        self.at = self.at.saturating_add(length);
        self.space();
        Ok(rest.get(..length).unwrap_or_default())
    }

    /// A text as written, with its quotes.
    fn string(&mut self) -> Result<&'a str, Broken> {
        let begin = self.at;
        if self.peek() != Some(b'"') {
            return Err(self.broken());
        }
        let bytes = self.text.as_bytes();
        let mut at = begin.saturating_add(1);
        loop {
            match bytes.get(at) {
                Some(b'"') => break,
                Some(b'\\') => at = at.saturating_add(escape_length(bytes, at)?),
                Some(0x20..) => at = at.saturating_add(1),
                _ => return Err(Broken { at }),
            }
        }
        let end = at.saturating_add(1);
        self.at = end;
        self.space();
        Ok(self.text.get(begin..end).unwrap_or_default())
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// Passes over one byte and the space behind it.
    fn step(&mut self) {
        self.at = self.at.saturating_add(1);
        self.space();
    }

    /// Whether `byte` stands here; then it is passed over.
    fn passes(&mut self, byte: u8) -> bool {
        let there = self.peek() == Some(byte);
        if there {
            self.step();
        }
        there
    }

    /// The same for a bracket that ends a value; `end` becomes the byte behind it.
    fn closes(&mut self, byte: u8, end: &mut usize) -> bool {
        let behind = self.at.saturating_add(1);
        let there = self.passes(byte);
        if there {
            *end = behind;
        }
        there
    }

    fn expect(&mut self, byte: u8) -> Result<(), Broken> {
        if self.passes(byte) { Ok(()) } else { Err(self.broken()) }
    }

    fn space(&mut self) {
        while let Some(b' ' | b'\n' | b'\r' | b'\t') = self.peek() {
            self.at = self.at.saturating_add(1);
        }
    }

    fn broken(&self) -> Broken {
        Broken { at: self.at }
    }
}

/// What a value is, from how it is written.
pub(crate) fn shape_of(raw: &str) -> Shape {
    match raw.as_bytes().first() {
        Some(b'{') => Shape::Section,
        Some(b'[') => Shape::List,
        Some(b'"') => Shape::Text,
        Some(b't' | b'f') => Shape::Truth,
        Some(b'n') | None => Shape::Nothing,
        _ => number_shape(raw),
    }
}

fn number_shape(raw: &str) -> Shape {
    if raw.contains(['.', 'e', 'E']) { Shape::Fraction } else { Shape::Whole }
}

/// How long an escape is that begins at `at`; one that is cut off or unknown is refused.
fn escape_length(bytes: &[u8], at: usize) -> Result<usize, Broken> {
    let behind = at.saturating_add(1);
    match bytes.get(behind) {
        Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => Ok(2),
        Some(b'u') => {
            let digits = behind.saturating_add(1)..behind.saturating_add(5);
            let hex = bytes.get(digits).is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit));
            if hex { Ok(6) } else { Err(Broken { at: behind }) }
        }
        _ => Err(Broken { at: behind }),
    }
}

/// How long the number is that `text` begins with; if it is none, how far it was one.
fn number_length(text: &[u8]) -> Result<usize, usize> {
    let digits = |from: usize| {
        text.get(from..).unwrap_or_default().iter().take_while(|byte| byte.is_ascii_digit()).count()
    };
    let some_digits = |from: usize| match digits(from) {
        0 => Err(from),
        count => Ok(from.saturating_add(count)),
    };
    let begin = usize::from(text.first() == Some(&b'-'));
    let mut end = some_digits(begin)?;
    if text.get(begin) == Some(&b'0') && end > begin.saturating_add(1) {
        return Err(begin.saturating_add(1));
    }
    if text.get(end) == Some(&b'.') {
        end = some_digits(end.saturating_add(1))?;
    }
    if let Some(b'e' | b'E') = text.get(end) {
        let behind = end.saturating_add(1);
        let signed = matches!(text.get(behind), Some(b'+' | b'-'));
        end = some_digits(behind.saturating_add(usize::from(signed)))?;
    }
    Ok(end)
}
