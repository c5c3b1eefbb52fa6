//! Lists, shares and ranks, as plain as can be: every row is looked at for every row.

use super::{At, Found, Lack, Plain, code, held, number, truth};
use crate::evaluate::value::Item;
use crate::exact::{Exact, Unshared};
use crate::scheme::term::{Aggregate, Axis, Fold, Share, Source, Term, TermKind};

impl Plain<'_> {
    /// Whether a lack of this link says that a row belongs to nobody: an optional column left empty.
    fn is_nobody(&self, link: &Term, lack: Lack) -> bool {
        let TermKind::Own(Source::Column(axis, column)) = link.kind else { return false };
        let optional = match axis {
            Axis::Table(table) => self.scheme.document.tables[table].columns[column].optional,
            Axis::Roster(roster) => self.scheme.document.rosters[roster].columns[column].optional,
        };
        optional && lack == Lack::Missing
    }

    pub(super) fn aggregate(&self, aggregate: &Aggregate, at: &At<'_>) -> Found {
        let picks: Vec<Option<u32>> = match aggregate.pick {
            Some(table) => (0..self.length(Axis::Table(table))).map(Some).collect(),
            None => vec![at.pick],
        };
        // Every item of the list, and whether it counts.
        let mut items: Vec<(Found, Result<bool, Lack>)> = Vec::new();
        let counts =
            |at: &At<'_>| aggregate.filter.as_ref().map_or(Ok(true), |filter| truth(self.value(filter, at)));
        match aggregate.rows {
            None => {
                for pick in picks {
                    let inside = At { pick, ..*at };
                    items.push((self.value(&aggregate.of, &inside), counts(&inside)));
                }
            }
            Some(axis) => {
                for row in 0..self.length(axis) {
                    let owner =
                        aggregate.group.as_ref().map(|link| code(self.value(link, &At::of(Some(axis), row))));
                    let lost = match (&aggregate.group, owner) {
                        (Some(_), Some(Ok(owner))) if owner != at.row => continue,
                        (Some(link), Some(Err(lack))) if self.is_nobody(link, lack) => continue,
                        (_, Some(Err(_))) => true,
                        _ => false,
                    };
                    for pick in &picks {
                        let inside = At { axis: Some(axis), row, pick: *pick, around: Some(at) };
                        items.push(match (lost, &aggregate.filter) {
                            (false, _) => (self.value(&aggregate.of, &inside), counts(&inside)),
                            // What must hold of the row around cannot be told of a row of nobody knows whom.
                            (true, Some(filter)) if asks_around(filter) => (Err(Lack::Other), Ok(true)),
                            (true, _) => (Err(Lack::Other), counts(&inside)),
                        });
                    }
                }
            }
        }
        folded(aggregate.fold, items)
    }

    pub(super) fn share(&self, share: &Share, at: &At<'_>) -> Found {
        let axis = at.axis.unwrap();
        let owner = |row: u32| {
            share.within.as_ref().map(|(link, _)| code(self.value(link, &At::of(Some(axis), row))))
        };
        let own = owner(at.row).transpose()?;
        let mut weights = Vec::new();
        let mut place = 0;
        for row in 0..self.length(axis) {
            match (&share.within, owner(row)) {
                (Some((link, _)), Some(Err(lack))) if self.is_nobody(link, lack) => continue,
                (_, Some(Err(lack))) => return Err(lack),
                (_, Some(Ok(other))) if Some(other) != own => continue,
                _ => {}
            }
            if row == at.row {
                place = weights.len();
            }
            weights.push(number(self.value(&share.by, &At::of(Some(axis), row))));
        }
        let pool = match &share.within {
            Some((_, teams)) => self.value(&share.pool, &At::of(Some(*teams), own.unwrap())),
            None => self.value(&share.pool, &At::of(None, 0)),
        };
        let (pool, weights) = (number(pool)?, weights.into_iter().collect::<Result<Vec<_>, _>>()?);
        match crate::exact::share(&pool, &weights, share.places, share.residual) {
            Ok(shared) => Ok(Item::Number(shared.parts[place].clone())),
            Err(Unshared::NegativePool) => Ok(Item::Number(Exact::ZERO)),
            Err(_) => Err(Lack::Other),
        }
    }

    pub(super) fn rank(&self, of: &Term, within: Option<&Term>, at: &At<'_>) -> Found {
        let axis = at.axis.unwrap();
        let group = |row: u32| within.map(|link| code(self.value(link, &At::of(Some(axis), row))));
        let own = group(at.row).transpose()?;
        let mut rank = 1;
        let mine = number(self.value(of, at))?;
        for row in 0..self.length(axis) {
            match group(row) {
                Some(Err(lack)) if self.is_nobody(within.unwrap(), lack) => continue,
                Some(Err(lack)) => return Err(lack),
                Some(Ok(other)) if Some(other) != own => continue,
                _ => {}
            }
            rank += i64::from(number(self.value(of, &At::of(Some(axis), row)))? > mine);
        }
        Ok(Item::Number(Exact::from(rank)))
    }
}

/// Whether a condition asks for something of the row around.
fn asks_around(filter: &Term) -> bool {
    let mut asks = false;
    filter.walk(&mut |term| asks |= matches!(term.kind, TermKind::Outer(_)));
    asks
}

/// A list brought to one value.
fn folded(fold: Fold, items: Vec<(Found, Result<bool, Lack>)>) -> Found {
    if let Fold::Any | Fold::All = fold {
        let settled = fold == Fold::Any;
        let settles = |(item, counts): &(Found, Result<bool, Lack>)| {
            *counts == Ok(true) && *item == Ok(Item::Truth(settled))
        };
        if items.iter().any(settles) {
            return Ok(Item::Truth(settled));
        }
        for (item, counts) in items {
            // What does not count, and what is the other way, matters not.
            if counts != Ok(false) && item != Ok(Item::Truth(!settled)) {
                counts?;
                item?;
            }
        }
        return Ok(Item::Truth(!settled));
    }
    let mut counted = Vec::new();
    for (item, counts) in items {
        if counts? {
            counted.push(item?);
        }
    }
    if fold == Fold::LongestRun {
        let (mut run, mut longest) = (0_i64, 0);
        for item in counted {
            run = if item == Item::Truth(true) { run + 1 } else { 0 };
            longest = longest.max(run);
        }
        return Ok(Item::Number(Exact::from(longest)));
    }
    let numbers = counted.into_iter().map(|item| number(Ok(item))).collect::<Result<Vec<_>, _>>()?;
    let sum = || numbers.iter().try_fold(Exact::ZERO, |sum, number| sum.plus(number));
    held(match fold {
        Fold::Max => numbers.iter().max().cloned(),
        Fold::Min => numbers.iter().min().cloned(),
        Fold::Mean => {
            sum().and_then(|sum| sum.divided_by(&Exact::from(i64::try_from(numbers.len()).unwrap())).ok())
        }
        _ => sum(),
    })
}
