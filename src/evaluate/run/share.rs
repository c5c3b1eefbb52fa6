//! Pools shared among rows: parts in whole fen that add up to the pool, and how each pool closes.

use std::rc::Rc;

use super::{Frame, Run};
use crate::evaluate::outcome::{Closing, Notice, NoticeKind};
use crate::evaluate::run::arithmetic::column;
use crate::evaluate::value::{Data, Fault, Item, Rows, Value};
use crate::exact::{Column, Exact, SharedColumn, Unshared};
use crate::problem::Code;
use crate::scheme::term::{Axis, Share, Term};

impl Run<'_> {
    /// The part of every row.
    pub(super) fn share(&mut self, share: &Share, frame: &Frame<'_>) -> Value {
        let length = frame.axis.map_or(1, |axis| self.length(axis));
        let by = self.value(&share.by, frame);
        let by = self.rows(&by, length);
        match &share.within {
            None => {
                let pool = match self.value(&share.pool, &Frame::of(None)).at(0) {
                    Some(Ok(Item::Number(pool))) => pool,
                    Some(Err(fault)) => {
                        let fault = self.joined_rows(Some(fault), &by).unwrap_or(fault);
                        return Value::One(Err(fault));
                    }
                    _ => Exact::from(0),
                };
                match self.shared(share, &pool, &by, None) {
                    Ok(parts) => Value::many(Data::Numbers(parts)),
                    Err(fault) => Value::One(Err(fault)),
                }
            }
            Some((link, axis)) => self.share_within(share, link, *axis, &by, frame),
        }
    }

    /// Every row of `axis` shares its own pool among the rows that lead to it.
    fn share_within(
        &mut self,
        share: &Share,
        link: &Term,
        axis: Axis,
        by: &Rc<Rows>,
        frame: &Frame<'_>,
    ) -> Value {
        let links = self.value(link, frame);
        let links = self.rows(&links, by.len());
        let pools = self.value(&share.pool, &Frame::of(Some(axis)));
        let lost = self.lost(link, &links);
        let mut parts = vec![Ok(Exact::from(0)); by.len()];
        for (row, part) in (0_u32..).zip(&mut parts) {
            // A row that belongs to nobody has no pool to share in.
            if let Some(fault) = links.fault(row) {
                *part = Err(fault);
            }
        }
        let mut members: Vec<Vec<u32>> = vec![Vec::new(); self.length(axis)];
        for row in (0_u32..).take(by.len()) {
            if let Some(Ok(Item::Code(code))) = links.at(row)
                && let Some(members) = usize::try_from(code).ok().and_then(|owner| members.get_mut(owner))
            {
                members.push(row);
            }
        }
        for (owner, members) in (0_u32..).zip(members) {
            let pool = match (lost, pools.at(owner)) {
                (Some(fault), _) | (None, Some(Err(fault))) => Err(fault),
                (None, Some(Ok(Item::Number(pool)))) => Ok(pool),
                _ => Ok(Exact::from(0)),
            };
            let shared = pool.and_then(|pool| {
                let weights = column(by).gather(&members).unwrap_or_else(|| Column::from_exacts(Vec::new()));
                let at = |(position, row): (u32, &u32)| Some((position, by.fault(*row)?));
                let faults = (0_u32..).zip(&members).filter_map(at).collect();
                let rows = Rc::new(Rows { data: Data::Numbers(weights), faults });
                self.shared(share, &pool, &rows, Some(((axis, owner), &members)))
            });
            for (position, row) in (0_usize..).zip(&members) {
                if let Some(part) = usize::try_from(*row).ok().and_then(|row| parts.get_mut(row)) {
                    *part = match &shared {
                        Ok(column) => Ok(column.at(position).unwrap_or_else(|| Exact::from(0))),
                        Err(fault) => Err(*fault),
                    };
                }
            }
        }
        let fault = |(row, part): (u32, &Result<Exact, Fault>)| Some((row, *part.as_ref().err()?));
        let faults = (0_u32..).zip(&parts).filter_map(fault).collect();
        let numbers = parts.into_iter().map(|part| part.unwrap_or_else(|_| Exact::from(0))).collect();
        Value::Many(Rc::new(Rows { data: Data::Numbers(Column::from_exacts(numbers)), faults }))
    }

    /// The parts of one pool. A fault in any weight leaves the pool undivided.
    fn shared(
        &mut self,
        share: &Share,
        pool: &Exact,
        by: &Rows,
        of: Option<((Axis, u32), &[u32])>,
    ) -> Result<Column, Fault> {
        if let Some(fault) = self.joined_rows(None, by) {
            return Err(fault);
        }
        let owner = of.map(|(owner, _)| owner);
        let weights = column(by);
        let closing = |paid: Exact, left: Exact, residual: Exact, to: Vec<(u32, Exact)>| Closing {
            step: 0,
            of: owner,
            pool: pool.clone(),
            paid,
            left,
            residual,
            to,
            rule: share.residual,
        };
        let zero = Exact::from(0);
        let (parts, closing) = match weights.share(pool, share.places, share.residual) {
            Ok(SharedColumn { parts, residual, to }) => {
                let to = to.into_iter().map(|(row, amount)| {
                    let row = u32::try_from(row).unwrap_or(u32::MAX);
                    let row = match of {
                        Some((_, members)) => {
                            members.get(usize::try_from(row).unwrap_or(usize::MAX)).copied().unwrap_or(row)
                        }
                        None => row,
                    };
                    (row, amount)
                });
                let to = to.collect();
                let paid = parts.sum().ok_or_else(|| self.fault(Code::TooLarge))?;
                let left = pool.minus(&paid).ok_or_else(|| self.fault(Code::TooLarge))?;
                let closing = closing(paid, left, residual, to);
                (Ok(parts), closing)
            }
            Err(Unshared::NegativePool) => {
                let (each, row) = (owner.map(|(axis, _)| axis), owner.map(|(_, row)| row));
                let kind = NoticeKind::NegativePool(pool.clone());
                self.notices.say(Notice { kind, step: self.step, each, row });
                let nothing = Column::constant(&zero, by.len());
                (Ok(nothing), closing(zero.clone(), pool.clone(), zero.clone(), Vec::new()))
            }
            Err(unshared) => {
                let fault = self.unshared(unshared, share.places);
                (Err(fault), closing(zero.clone(), pool.clone(), zero.clone(), Vec::new()))
            }
        };
        let closing = Closing { step: self.step, ..closing };
        if !self.pools.contains(&closing) {
            self.pools.push(closing);
        }
        parts
    }

    fn unshared(&mut self, unshared: Unshared, places: u32) -> Fault {
        self.fault(match unshared {
            Unshared::NoRows => Code::NoRows,
            Unshared::NoWeight => Code::NoWeight,
            Unshared::NegativeWeight(_) => Code::NegativeWeight,
            Unshared::NegativePool => Code::NegativePool,
            Unshared::PoolNotWhole => Code::PoolNotWhole { places },
            Unshared::TooLarge => Code::TooLarge,
        })
    }
}
