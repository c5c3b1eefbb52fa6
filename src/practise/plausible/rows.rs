//! Which rows the rosters of a case have: some people, and of what belongs to them some rows, linked as in the model.

use super::paper::{Listed, Paper};
use crate::practise::seed::Draws;
use crate::scheme::document::{Document, Kind, Roster};

/// Surnames that are written alike in both Chinese scripts.
const SURNAMES: [&str; 24] = [
    "王", "李", "周", "何", "高", "林", "郭", "宋", "唐", "曹", "田", "董", "石", "方", "白", "江", "尹",
    "史", "丁", "余", "杜", "金", "雷", "安",
];

/// What stands behind a surname: the first person is 甲.
const STEMS: [&str; 10] = ["甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"];

/// The fewest and the most people of a list that stands alone.
const PEOPLE: (i64, i64) = (2, 6);

/// The most rows of another list that stands alone.
const OTHERS: usize = 4;

/// The most rows that belong to one row.
const BELONGING: usize = 4;

/// The most people of a list to whose people other rows belong: each brings more to calculate.
const OWNERS: i64 = 4;

/// Which rows of the model a case has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kept {
    /// Some of each list.
    Some,
    /// Some people, and all rows of other lists that stand alone.
    People,
    /// All.
    All,
}

/// A row of the case: the row of the model that it is like, and its name.
#[derive(Clone, Debug)]
struct Pick {
    like: usize,
    name: String,
}

/// A column, or none for belonging, and the name of the row that it leads to.
type Way = (Option<usize>, String);

/// The rosters of a case whose rows are like those of the model, with the model's values.
pub(super) fn picked(document: &Document, model: &Paper, kept: Kept, draws: &mut Draws) -> Vec<Listed> {
    let mut picks: Vec<Option<Vec<Pick>>> = vec![None; document.rosters.len()];
    let mut rosters = vec![Listed::default(); document.rosters.len()];
    let mut surnames = SURNAMES.to_vec();
    draws.shuffle(&mut surnames);
    // A list comes after those that it belongs to or is linked with; a circle of links is broken where it is met.
    for round in 0..=document.rosters.len() {
        for (at, roster) in document.rosters.iter().enumerate() {
            let waits = leading(document, roster)
                .any(|(_, to)| to != at && picks.get(to).is_some_and(Option::is_none));
            let (Some(like), true) = (model.rosters.get(at), picks.get(at).is_some_and(Option::is_none))
            else {
                continue;
            };
            if waits && round < document.rosters.len() {
                continue;
            }
            let mut drawing = Drawing {
                document,
                roster,
                model: like,
                rosters: &model.rosters,
                picks: &picks,
                surnames: &mut surnames,
                kept,
                draws,
            };
            let (found, listed) = if leading(document, roster).any(|(_, to)| to != at) {
                drawing.belonging()
            } else {
                drawing.alone(at)
            };
            if let (Some(slot), Some(list)) = (picks.get_mut(at), rosters.get_mut(at)) {
                (*slot, *list) = (Some(found), listed);
            }
        }
    }
    rosters
}

/// Whether the drawing makes up the names of a roster's rows: of people who belong to nothing.
///
/// The rows of every other roster are called as in the model, and what they are called may say what they have.
pub(super) fn has_new_names(document: &Document, at: usize, roster: &Roster) -> bool {
    roster.unit.counts("person") && leading(document, roster).all(|(_, to)| to == at)
}

/// The rosters that the rows of one lead to, and by which column; none: by belonging.
fn leading<'d>(
    document: &'d Document,
    roster: &'d Roster,
) -> impl Iterator<Item = (Option<usize>, usize)> + 'd {
    let position = |id: &str| document.rosters.iter().position(|roster| roster.id.text == id);
    let owner = roster.of.iter().filter_map(move |of| Some((None, position(&of.text)?)));
    let links = roster.columns.iter().enumerate().filter_map(move |(column, entry)| match &entry.kind {
        Kind::OneOf(of) => Some((Some(column), position(&of.text)?)),
        _ => None,
    });
    owner.chain(links)
}

/// The rows of one roster that are being drawn.
struct Drawing<'a> {
    document: &'a Document,
    roster: &'a Roster,
    model: &'a Listed,
    /// All rosters of the model.
    rosters: &'a [Listed],
    picks: &'a [Option<Vec<Pick>>],
    surnames: &'a mut Vec<&'static str>,
    kept: Kept,
    draws: &'a mut Draws,
}

impl Drawing<'_> {
    /// Rows that belong to none: a few people, some with the values of one of the model; or some rows of the model.
    fn alone(&mut self, at: usize) -> (Vec<Pick>, Listed) {
        let there = self.model.names.len();
        let others = self.document.rosters.iter();
        let has_rows = others.filter(|other| other.id.text != self.roster.id.text);
        let owns = has_rows.into_iter().any(|other| leading(self.document, other).any(|(_, to)| to == at));
        let people = self.roster.unit.counts("person");
        let picks: Vec<Pick> = if self.kept == Kept::All {
            (0..there).map(|like| Pick { like, name: self.named(people, like) }).collect()
        } else if people && there > 0 {
            let most =
                if owns { OWNERS.min(i64::try_from(there).unwrap_or(0).max(PEOPLE.0)) } else { PEOPLE.1 };
            let count = usize::try_from(self.draws.between(PEOPLE.0, most)).unwrap_or(2);
            let mut like = self.draws.some(count, there);
            while like.len() < count {
                let again = u32::try_from(there).unwrap_or(1);
                like.push(usize::try_from(self.draws.below(again)).unwrap_or(0));
            }
            like.into_iter()
                .enumerate()
                .map(|(place, like)| Pick { like, name: self.person(place) })
                .collect()
        } else {
            let (least, most) = match self.kept {
                Kept::Some => (there.min(2), there.min(OTHERS)),
                Kept::People | Kept::All => (there, there),
            };
            let count =
                self.draws.between(i64::try_from(least).unwrap_or(0), i64::try_from(most).unwrap_or(0));
            let some = self.draws.some(usize::try_from(count).unwrap_or(0), there);
            some.into_iter().map(|like| Pick { like, name: self.named(false, like) }).collect()
        };
        let rows = picks.iter().map(|pick| (pick.clone(), Vec::new())).collect();
        self.listed(rows)
    }

    /// What a row is called: a person anew, any other as in the model.
    fn named(&mut self, people: bool, like: usize) -> String {
        if people { self.person(like) } else { self.model.names.get(like).cloned().unwrap_or_default() }
    }

    /// The name of the person at this place of a list.
    fn person(&mut self, place: usize) -> String {
        let surname = self.surnames.pop().unwrap_or("王");
        let stem = STEMS.iter().cycle().nth(place).copied().unwrap_or_default();
        format!("{surname}{stem}")
    }

    /// Rows that belong to others, or are linked with them: those of the model whose rows are all there.
    fn belonging(&mut self) -> (Vec<Pick>, Listed) {
        let leads: Vec<(Option<usize>, usize)> = leading(self.document, self.roster).collect();
        let mut rows: Vec<(Pick, Vec<Way>)> = Vec::new();
        // The first way leads to the row that a row belongs to: rows are taken from each of these in turn.
        let Some((first, rest)) = leads.split_first() else { return self.listed(rows) };
        let owners = self.picks.get(first.1).cloned().flatten().unwrap_or_default();
        for owner in &owners {
            let mut mine = Vec::new();
            for like in 0..self.model.names.len() {
                if self.leads_to(like, first.0, first.1) != Some(owner.like) {
                    continue;
                }
                let mut ways = vec![(first.0, owner.name.clone())];
                let mut renamed = vec![(first.1, owner.clone())];
                for (column, to) in rest {
                    let Some(there) = self.leads_to(like, *column, *to) else { continue };
                    let known = self.picks.get(*to).cloned().flatten().unwrap_or_default();
                    let alike: Vec<Pick> = known.into_iter().filter(|pick| pick.like == there).collect();
                    let Some(pick) = self.draws.one(&alike) else {
                        ways.clear();
                        break;
                    };
                    ways.push((*column, pick.name.clone()));
                    renamed.push((*to, pick.clone()));
                }
                if !ways.is_empty() {
                    mine.push((Pick { like, name: self.called(like, &renamed) }, ways));
                }
            }
            let most = if self.kept == Kept::All { mine.len() } else { BELONGING.min(mine.len()) };
            let kept = self.draws.some(most, mine.len());
            rows.extend(kept.into_iter().filter_map(|at| mine.get(at).cloned()));
        }
        let mut taken = std::collections::BTreeSet::new();
        for (pick, _) in &mut rows {
            let name = pick.name.clone();
            let mut number = 2_u32;
            while !taken.insert(pick.name.clone()) {
                pick.name = format!("{name}（{number}）");
                number = number.saturating_add(1);
            }
        }
        self.listed(rows)
    }

    /// The row of the model that a row of the model leads to.
    fn leads_to(&self, row: usize, column: Option<usize>, to: usize) -> Option<usize> {
        let name = match column {
            None => self.model.owners.get(row)?.as_ref()?,
            Some(column) => self.model.rows.get(row)?.get(column)?.first()?.as_ref()?,
        };
        self.names_of(to)?.iter().position(|known| known == name)
    }

    /// The names that the rows of a roster have in the model.
    fn names_of(&self, roster: usize) -> Option<&[String]> {
        self.rosters.get(roster).map(|listed| listed.names.as_slice())
    }

    /// What a row is called: as in the model, with the new names of those that it belongs to.
    fn called(&self, like: usize, renamed: &[(usize, Pick)]) -> String {
        let mut name = self.model.names.get(like).cloned().unwrap_or_default();
        for (roster, pick) in renamed {
            if let Some(before) = self.names_of(*roster).and_then(|names| names.get(pick.like)) {
                name = name.replace(before.as_str(), &pick.name);
            }
        }
        name
    }

    /// The rows with the values of the model, and the names that they lead to.
    fn listed(&self, rows: Vec<(Pick, Vec<Way>)>) -> (Vec<Pick>, Listed) {
        let mut listed = Listed::default();
        let mut picks = Vec::with_capacity(rows.len());
        for (pick, ways) in rows {
            let mut owner = self.model.owners.get(pick.like).cloned().flatten();
            let mut cells = self.model.rows.get(pick.like).cloned().unwrap_or_default();
            for (column, name) in ways {
                match column {
                    None => owner = Some(name),
                    Some(column) => {
                        if let Some(slot) = cells.get_mut(column) {
                            *slot = vec![Some(name)];
                        }
                    }
                }
            }
            listed.names.push(pick.name.clone());
            listed.owners.push(owner);
            listed.rows.push(cells);
            picks.push(pick);
        }
        (picks, listed)
    }
}
