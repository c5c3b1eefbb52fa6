//! Words of a formula that know how tightly they hold together, so that brackets stand only where they must.

use crate::language::Language;

use super::binds::Binds;
use super::lexicon::Template;

/// Words, and how tightly they hold together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Phrase {
    text: String,
    binds: Binds,
}

impl Phrase {
    /// Words that nothing tears apart.
    pub(super) fn name(text: impl Into<String>) -> Self {
        Self { text: text.into(), binds: Binds::Name }
    }

    /// Words that hold together as tightly as this.
    pub(super) fn new(text: impl Into<String>, binds: Binds) -> Self {
        Self { text: text.into(), binds }
    }

    /// The words.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// The words alone.
    pub(super) fn into_text(self) -> String {
        self.text
    }

    /// More words behind these; between Chinese words and others goes a space.
    fn push(&mut self, more: &str) {
        if let (Some(last), Some(first)) = (self.text.chars().next_back(), more.chars().next())
            && ((is_chinese(last) && is_western(first)) || (is_western(last) && is_chinese(first)))
        {
            self.text.push(' ');
        }
        self.text.push_str(more);
    }
}

/// Puts phrases together in one language.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pen {
    pub(super) language: Language,
}

impl Pen {
    /// Whether sentences are parted by spaces.
    pub(super) fn is_english(self) -> bool {
        self.language == Language::English
    }

    /// The phrase in brackets.
    pub(super) fn bracketed(self, phrase: &Phrase) -> Phrase {
        self.filled(Template::Brackets, &[phrase])
    }

    /// The phrase, in brackets when it holds together less tightly than `least`.
    pub(super) fn within(self, phrase: Phrase, least: Binds) -> Phrase {
        if phrase.binds < least { self.bracketed(&phrase) } else { phrase }
    }

    /// The phrase as a name.
    pub(super) fn tight(self, phrase: Phrase) -> Phrase {
        self.within(phrase, Binds::Name)
    }

    /// The phrase between quotation marks.
    pub(super) fn quoted(self, text: &str) -> Phrase {
        self.filled(Template::Quotes, &[&Phrase::name(text)])
    }

    /// Phrases with a sign between each two: all of them bind at least as `binds`, those behind a sign at least
    /// as `right`.
    pub(super) fn joined(self, parts: Vec<Phrase>, sign: &str, binds: Binds, right: Binds) -> Phrase {
        let mut whole = Phrase::new("", binds);
        for (at, part) in parts.into_iter().enumerate() {
            if at == 0 {
                whole.push(&self.within(part, binds).text);
            } else {
                whole.push(sign);
                // A sign of its own behind another sign would be misread.
                let least = if part.binds == Binds::Sign { Binds::Name } else { right };
                whole.push(&self.within(part, least).text);
            }
        }
        whole
    }

    /// Phrases joined two by two by a template; nothing for none.
    pub(super) fn listed(self, template: Template, parts: impl IntoIterator<Item = Phrase>) -> Phrase {
        let joined = parts.into_iter().reduce(|left, right| self.filled(template, &[&left, &right]));
        joined.unwrap_or_else(|| Phrase::name(""))
    }

    /// The words of a template with `parts` in its places `{0}`, `{1}` and so on.
    pub(super) fn filled(self, template: Template, parts: &[&Phrase]) -> Phrase {
        let mut phrase = Phrase::new("", template.binds());
        for piece in template.text(self.language).split_inclusive('}') {
            let (words, place) = match piece.strip_suffix('}').and_then(|piece| piece.split_once('{')) {
                Some((words, place)) => (words, place.parse::<usize>().ok().and_then(|at| parts.get(at))),
                None => (piece, None),
            };
            phrase.push(words);
            if let Some(part) = place {
                phrase.push(&part.text);
            }
        }
        phrase
    }
}

fn is_western(character: char) -> bool {
    character.is_ascii_alphanumeric() || matches!(character, '%' | '≈' | '−')
}

fn is_chinese(character: char) -> bool {
    matches!(character, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}
