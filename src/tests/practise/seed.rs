//! Draws: those of the reference, and the same for the same seed.

use crate::practise::Draws;

/// The demonstration of the reference implementation prints these for state 42 and sequence 54.
#[test]
fn draws_are_those_of_the_reference() {
    let mut draws = Draws::started(42, 54);
    let expected = [0xa15c_02b7_u32, 0x7b47_f409, 0xba1d_3330, 0x83d2_f293, 0xbfa4_784b, 0xcbed_606e];
    assert_eq!(expected.map(|_| draws.bits()), expected);
}
