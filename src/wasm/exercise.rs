//! Exercises for JavaScript: drawn by a seed, shown as a sheet; and the sheet of any figure, to be played line by line.

use std::cell::OnceCell;
use std::rc::Rc;

use js_sys::JSON;
use serde::Deserialize;
use wasm_bindgen::JsError;
use wasm_bindgen::prelude::wasm_bindgen;

use super::scheme::Loaded;
use super::{Language, Opened, Scheme, crossing, language_of};
use crate::evaluate::facts::Evaluated;
use crate::evaluate::run::evaluate;
use crate::practise::{self, Level, Spot, levels};
use crate::wire::Teller;

#[wasm_bindgen(typescript_custom_section)]
const ORDER: &str = r#"
/**
 * How much of a sheet is left blank: its last figures, every figure, the clause or option of each line, or every figure
 * and the words of every formula.
 */
export type Level = "last" | "choose" | "all" | "empty";

/** Which exercise: the same order gives the same exercise on every machine. */
export interface ExerciseOrder {
  /** Any text. */
  seed: string;
  /** One of those that `Scheme.levels` offers. */
  level: Level;
  /** Facts of a case, as JSON, that say what values look like; null: only the declared ranges. */
  model: string | null;
}
"#;

#[wasm_bindgen]
extern "C" {
    /// Which exercise.
    #[wasm_bindgen(typescript_type = "ExerciseOrder")]
    pub type ExerciseOrder;
    /// The levels that a scheme offers.
    #[wasm_bindgen(typescript_type = "Level[]")]
    pub type Levels;
    /// A wire type, as JavaScript sees it.
    #[wasm_bindgen(typescript_type = "Sheet")]
    pub type Sheet;
}

/// Which exercise, as it is written.
#[derive(Deserialize)]
struct Order {
    seed: String,
    level: String,
    model: Option<String>,
}

#[wasm_bindgen]
impl Scheme {
    /// The exercise of an order; undefined when no case without a fault is found, or the level makes no sense for the
    /// scheme.
    ///
    /// # Errors
    ///
    /// When the order is no such object.
    pub fn exercise(&self, order: &ExerciseOrder) -> Result<Option<Exercise>, JsError> {
        let wrong = || JsError::new("an order is an object with `seed`, `level` and `model`");
        let json = JSON::stringify(order).ok().and_then(|json| json.as_string()).ok_or_else(wrong)?;
        let order: Order = serde_json::from_str(&json).map_err(|_| wrong())?;
        let level = Level::of_id(&order.level).ok_or_else(wrong)?;
        let loaded = Rc::clone(&self.loaded);
        let exercise = practise::Exercise::of(&loaded.scheme, order.model.as_deref(), level, &order.seed);
        Ok(exercise.map(|exercise| Exercise { loaded, exercise, planted: OnceCell::new() }))
    }

    /// The levels that make sense for the scheme, in the order in which a trainee meets them; `model` as in an order.
    #[must_use]
    pub fn levels(&self, model: Option<String>) -> Levels {
        let levels = levels(&self.loaded.scheme, model.as_deref());
        crossing(&levels.into_iter().map(Level::id).collect::<Vec<_>>())
    }
}

/// An exercise.
#[wasm_bindgen]
pub struct Exercise {
    pub(super) loaded: Rc<Loaded>,
    pub(super) exercise: practise::Exercise,
    /// The mistake that is planted in it, once somebody looked for one.
    planted: OnceCell<Option<practise::Planted>>,
}

impl Exercise {
    /// The mistake that is planted in it; none when none would show.
    pub(super) fn planting(&self) -> Option<&practise::Planted> {
        let planted = || self.exercise.planting(&self.loaded.scheme);
        self.planted.get_or_init(planted).as_ref()
    }

    /// What tells the right calculation.
    pub(super) fn teller(&self, language: &Language) -> Result<Teller<'_>, JsError> {
        let practise::Exercise { opened, outcome, .. } = &self.exercise;
        Ok(Teller::new(&self.loaded.scheme, opened.facts(), outcome, language_of(language)?))
    }
}

#[wasm_bindgen]
impl Exercise {
    /// Its facts as JSON, to be opened in the scheme.
    #[must_use]
    pub fn facts(&self) -> String {
        self.exercise.facts(&self.loaded.scheme)
    }

    /// Its lines, with blanks to fill in.
    ///
    /// # Errors
    ///
    /// When the language is none of the three.
    pub fn sheet(&self, language: &Language) -> Result<Sheet, JsError> {
        Ok(crossing(&self.teller(language)?.exercise(&self.exercise)))
    }
}

#[wasm_bindgen]
impl Opened {
    /// The calculation of a figure such as `pay[2]` or `pool`, line by line, everything shown.
    ///
    /// # Errors
    ///
    /// When there is no such figure, or the language is none of the three.
    pub fn tape(&mut self, figure: &str, language: &Language) -> Result<Sheet, JsError> {
        let language = language_of(language)?;
        let (scheme, facts) = (&self.loaded.scheme, self.opened.facts());
        let outcome = self.outcome.get_or_insert_with(|| Rc::new(evaluate(scheme, facts)));
        let spot = Spot::read(scheme, figure).filter(|spot| spot.figure(outcome).is_some());
        let spot = spot.ok_or_else(|| JsError::new(&format!("no figure `{figure}`")))?;
        let variant = Evaluated { scheme, facts, outcome };
        let tape = practise::Tape::of(variant, spot);
        Ok(crossing(&Teller::new(scheme, facts, outcome, language).tape(&tape)))
    }
}
