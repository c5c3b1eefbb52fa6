//! Kinds of mistakes in words, and the hint that each gives: where to look, without the figure.

use crate::language::Language;
use crate::practise::Kind;

/// A text in the language of the reader, of the three that are given in the order of [`Language::ALL`].
pub(super) fn one_of(language: Language, [hant, hans, english]: [&'static str; 3]) -> &'static str {
    match language {
        Language::TraditionalChinese => hant,
        Language::SimplifiedChinese => hans,
        Language::English => english,
    }
}

/// What readers call a kind.
pub(super) fn kind_name(kind: Kind, language: Language) -> &'static str {
    one_of(
        language,
        match kind {
            Kind::RoundedEarly => ["提前取位", "提前取位", "Rounded too early"],
            Kind::RoundedLate => ["該取位的沒有取", "该取位的没有取", "Not rounded where the scheme rounds"],
            Kind::RoundedOtherwise => ["取位的方式不對", "取位的方式不对", "Rounded in another way"],
            Kind::CutOff => {
                ["截去零頭，沒有四捨五入", "截去零头，没有四舍五入", "Cut off instead of rounded"]
            }
            Kind::NeighbouringTier => {
                ["取了相鄰的一檔", "取了相邻的一档", "The tier or band next to the right one"]
            }
            Kind::MarginalForWhole => {
                ["該全額算的分段算了", "该全额算的分段算了", "Slice by slice, where one rate counts for all"]
            }
            Kind::WholeForMarginal => {
                ["該分段算的全額算了", "该分段算的全额算了", "One rate for all, where it goes slice by slice"]
            }
            Kind::CapForgotten => ["忘了上限", "忘了上限", "The upper limit forgotten"],
            Kind::FloorForgotten => ["忘了下限", "忘了下限", "The lower limit forgotten"],
            Kind::SignTurned => ["加減弄反", "加减弄反", "Added instead of deducted, or the reverse"],
            Kind::PercentAsNumber => ["百分數當成了數", "百分数当成了数", "A percent taken for a number"],
            Kind::WrongRow => ["看錯了行", "看错了行", "A value from another row"],
            Kind::LeftOut => ["合計時漏了一項", "合计时漏了一项", "One left out of the sum"],
            Kind::Carried => ["前面的錯帶了過來", "前面的错带了过来", "Carried on from an earlier mistake"],
            Kind::Transposed => ["數字前後顛倒", "数字前后颠倒", "Two digits changed places"],
            Kind::PrintedErratum => {
                ["照抄了原文印錯的數", "照抄了原文印错的数", "The misprint of the source copied"]
            }
            Kind::WrongRule => ["用錯了規則", "用错了规则", "A rule that does not apply"],
            Kind::OtherReading => ["用了另一種讀法", "用了另一种读法", "Another reading of the clause"],
            Kind::FactorForgotten => ["漏乘或漏除一項", "漏乘或漏除一项", "A factor or divisor forgotten"],
            Kind::OperatorTurned => ["乘除弄反", "乘除弄反", "Multiplied instead of divided, or the reverse"],
        },
    )
}

/// Where to look, without the figure.
pub(super) fn hint(kind: Kind, language: Language) -> &'static str {
    one_of(
        language,
        match kind {
            Kind::RoundedEarly => [
                "看看取位：有沒有還沒到該取位的地方就先取了？",
                "看看取位：有没有还没到该取位的地方就先取了？",
                "Look at the rounding: was something rounded before its time?",
            ],
            Kind::RoundedLate => [
                "看看取位：這一步的結果要取到幾位？",
                "看看取位：这一步的结果要取到几位？",
                "Look at the rounding: to how many places does this line go?",
            ],
            Kind::RoundedOtherwise | Kind::CutOff => [
                "看看取位：怎樣取，取到幾位？",
                "看看取位：怎样取，取到几位？",
                "Look at the rounding: in which way, and to how many places?",
            ],
            Kind::NeighbouringTier => [
                "看看這個數落在哪一檔，檔的邊上算哪一檔。",
                "看看这个数落在哪一档，档的边上算哪一档。",
                "Look at which tier or band the number lies in, and which one its edge belongs to.",
            ],
            Kind::MarginalForWhole | Kind::WholeForMarginal => [
                "看看這裡是分段算，還是全額按一個比例算。",
                "看看这里是分段算，还是全额按一个比例算。",
                "Look at whether it goes slice by slice, or all by one rate.",
            ],
            Kind::CapForgotten | Kind::FloorForgotten => [
                "看看這裡有沒有上限或下限。",
                "看看这里有没有上限或下限。",
                "Look for an upper or lower limit.",
            ],
            Kind::SignTurned => [
                "看看哪一項要加，哪一項要減。",
                "看看哪一项要加，哪一项要减。",
                "Look at what is added and what is deducted.",
            ],
            Kind::PercentAsNumber => [
                "看看百分數：是不是該除以一百，或者多除了？",
                "看看百分数：是不是该除以一百，或者多除了？",
                "Look at the percents: is something to be divided by a hundred, or was it divided twice?",
            ],
            Kind::WrongRow => [
                "看看代入的數是不是這一行的。",
                "看看代入的数是不是这一行的。",
                "Look at whether every number comes from the right row.",
            ],
            Kind::LeftOut => [
                "看看該算在內的是不是都算了。",
                "看看该算在内的是不是都算了。",
                "Look at whether everybody and everything is counted.",
            ],
            Kind::Carried => [
                "這一步的算法沒有錯；回頭看前面的數。",
                "这一步的算法没有错；回头看前面的数。",
                "This line is calculated as it should be; look at the figures before it.",
            ],
            Kind::Transposed => ["把數字再核對一遍。", "把数字再核对一遍。", "Check the digits once more."],
            Kind::PrintedErratum => [
                "原文的數也可能印錯：自己算一遍。",
                "原文的数也可能印错：自己算一遍。",
                "The source may be misprinted: calculate it yourself.",
            ],
            Kind::WrongRule => [
                "看看哪一條規則適用，條件成立不成立。",
                "看看哪一条规则适用，条件成立不成立。",
                "Look at which rule applies, and whether its condition holds.",
            ],
            Kind::OtherReading => [
                "看看這份方案選定了哪一種讀法。",
                "看看这份方案选定了哪一种读法。",
                "Look at which reading of the clause is chosen here.",
            ],
            Kind::FactorForgotten => [
                "看看有沒有漏乘或漏除的一項。",
                "看看有没有漏乘或漏除的一项。",
                "Look for a factor or divisor that is missing.",
            ],
            Kind::OperatorTurned => [
                "看看該乘還是該除。",
                "看看该乘还是该除。",
                "Look at what is multiplied and what is divided.",
            ],
        },
    )
}

/// Where to look, when no known mistake gives the answer.
pub(super) fn plain_hint(language: Language) -> &'static str {
    one_of(
        language,
        [
            "照公式一項一項核對：先看代入的數，再看運算，最後看取位。",
            "照公式一项一项核对：先看代入的数，再看运算，最后看取位。",
            "Go through the formula part by part: first the numbers that go in, then the operations, then the rounding.",
        ],
    )
}

/// Where to look, when a figure was chosen among options.
pub(super) fn choice_hint(language: Language) -> &'static str {
    one_of(
        language,
        [
            "再讀一遍條款，看條件落在哪一項。",
            "再读一遍条款，看条件落在哪一项。",
            "Read the clause once more: which one do the conditions lead to?",
        ],
    )
}
