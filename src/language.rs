//! The three languages that people read Jixiao in.

/// A language of titles, problems and explanations.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Language {
    /// Traditional Chinese: the language schemes are written in, and the default.
    #[default]
    TraditionalChinese,
    /// Simplified Chinese.
    SimplifiedChinese,
    /// English.
    English,
}

impl Language {
    /// All three, in the order in which the page offers them.
    pub const ALL: [Self; 3] = [Self::TraditionalChinese, Self::SimplifiedChinese, Self::English];

    /// The BCP 47 tag, as in `text.en.toml` and `<html lang>`.
    ///
    /// # Example
    ///
    /// ```
    /// use jixiao::language::Language;
    ///
    /// assert_eq!(Language::TraditionalChinese.tag(), "zh-Hant");
    /// assert_eq!(Language::of_tag("en"), Some(Language::English));
    /// assert_eq!(Language::of_tag("fr"), None);
    /// ```
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::TraditionalChinese => "zh-Hant",
            Self::SimplifiedChinese => "zh-Hans",
            Self::English => "en",
        }
    }

    /// The language of a tag, if it is one of the three.
    #[must_use]
    pub fn of_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.tag() == tag)
    }
}

/// A text for readers: written in Traditional Chinese, translated by its path.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    /// The path under which translations are given, such as `step.points.title`.
    pub path: String,
    /// The words in Traditional Chinese.
    pub words: String,
}

/// The words of a reader: a language, and what a scheme's own texts and units are called in it.
///
/// A bare [`Language`] is a vocabulary without translations: texts stay as they are written, and a scheme's
/// own units are called by their ids.
pub trait Vocabulary {
    /// The reader's language.
    fn language(&self) -> Language;

    /// The words of a text of the scheme.
    fn words<'a>(&'a self, text: &'a Text) -> &'a str;

    /// The title of a unit that the scheme declares.
    fn unit(&self, id: &str) -> Option<&str>;
}

impl Vocabulary for Language {
    fn language(&self) -> Language {
        *self
    }

    fn words<'a>(&'a self, text: &'a Text) -> &'a str {
        &text.words
    }

    fn unit(&self, _: &str) -> Option<&str> {
        None
    }
}
