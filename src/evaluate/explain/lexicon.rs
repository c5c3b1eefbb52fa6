//! What the parts of a formula are called in three languages.

use crate::language::Language;

use super::binds::Binds;

/// Declares [`Template`] with one line for each: its name, how tightly it binds, and its words in three languages.
macro_rules! templates {
    ($($name:ident $binds:ident $hant:literal $hans:literal $english:literal;)*) => {
        /// Words with places for phrases: `{0}`, `{1}` and so on.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(super) enum Template {
            $(#[doc = $english] $name,)*
        }

        impl Template {
            /// How tightly its words hold together.
            pub(super) fn binds(self) -> Binds {
                match self {
                    $(Self::$name => Binds::$binds,)*
                }
            }

            /// Its words.
            pub(super) fn text(self, language: Language) -> &'static str {
                let (hant, hans, english) = match self {
                    $(Self::$name => ($hant, $hans, $english),)*
                };
                match language {
                    Language::TraditionalChinese => hant,
                    Language::SimplifiedChinese => hans,
                    Language::English => english,
                }
            }
        }
    };
}

templates! {
    Brackets Name "（{0}）" "（{0}）" "({0})";
    Quotes Name "「{0}」" "“{0}”" "“{0}”";
    Yes Name "是" "是" "yes";
    No Name "否" "否" "no";

    // Names of rows and columns.
    Of Name "{0}的{1}" "{0}的{1}" "{1} of {0}";
    RowOf Name "{0}{1}" "{0}{1}" "{0} {1}";
    Belongs Name "所屬{0}" "所属{0}" "its row of {0}";
    OwnRow Name "本{0}的{1}" "本{0}的{1}" "this row's {1}";

    Named Name "{0}（{1}）" "{0}（{1}）" "{0} ({1})";

    // Lists.
    All Name "全部{0}" "全部{0}" "all {0}";
    Children Name "本{1}的{0}" "本{1}的{0}" "this row's {0}";
    Linked Name "{1}為本{2}的{0}" "{1}为本{2}的{0}" "the {0} whose {1} is this row";
    Over Choice "{0}：{1}" "{0}：{1}" "{1}, over {0}";
    Where Choice "{0}，其中{1}" "{0}，其中{1}" "{0}, where {1}";
    Sum Name "合計（{0}）" "合计（{0}）" "sum of ({0})";
    Mean Name "平均（{0}）" "平均（{0}）" "mean of ({0})";
    Highest Name "最高（{0}）" "最高（{0}）" "highest of ({0})";
    Lowest Name "最低（{0}）" "最低（{0}）" "lowest of ({0})";
    Count Name "個數（{0}）" "个数（{0}）" "number of ({0})";
    CountIn Name "{1}數（{0}）" "{1}数（{0}）" "number of ({0})";
    Any Name "至少一個（{0}）" "至少一个（{0}）" "at least one of ({0})";
    Every Name "每個都（{0}）" "每个都（{0}）" "every one of ({0})";
    Run Name "最長連續（{0}）" "最长连续（{0}）" "longest run of ({0})";

    // Several phrases, two by two.
    Comma Choice "{0}，{1}" "{0}，{1}" "{0}, {1}";
    Semicolon Choice "{0}；{1}" "{0}；{1}" "{0}; {1}";
    Items Choice "{0}、{1}" "{0}、{1}" "{0}, {1}";
    And And "{0} 且 {1}" "{0} 且 {1}" "{0} and {1}";
    Or Or "{0} 或 {1}" "{0} 或 {1}" "{0} or {1}";

    // Numbers put in.
    Unknown Name "？" "？" "?";
    To Choice "{0}至{1}" "{0}至{1}" "{0} to {1}";
    SumOf Name "{0}（{1} 項合計）" "{0}（{1} 项合计）" "{0} (sum of {1})";
    MeanOf Name "{0}（{1} 項平均）" "{0}（{1} 项平均）" "{0} (mean of {1})";
    HighestOf Name "{0}（{1} 項中最高）" "{0}（{1} 项中最高）" "{0} (highest of {1})";
    LowestOf Name "{0}（{1} 項中最低）" "{0}（{1} 项中最低）" "{0} (lowest of {1})";
    SumAlone Name "{0} 項合計" "{0} 项合计" "sum of {0} values";
    MeanAlone Name "{0} 項平均" "{0} 项平均" "mean of {0} values";
    HighestAlone Name "{0} 項中最高" "{0} 项中最高" "highest of {0} values";
    LowestAlone Name "{0} 項中最低" "{0} 项中最低" "lowest of {0} values";
    Dealt Name "分得（{0}）" "分得（{0}）" "share ({0})";
    NotDealt Name "不分配（{0}）" "不分配（{0}）" "not shared ({0})";

    // Conditions.
    If Choice "如果{0}，則{1}" "如果{0}，则{1}" "if {0}, then {1}";
    Otherwise Choice "否則{0}" "否则{0}" "otherwise {0}";
    Entered Comparison "{0}已填" "{0}已填" "{0} is entered";
    NotEntered Comparison "{0}未填" "{0}未填" "{0} is not entered";
    OneOf Comparison "{0}為{1}之一" "{0}为{1}之一" "{0} is one of {1}";
    NotOneOf Comparison "{0}不為{1}之一" "{0}不为{1}之一" "{0} is none of {1}";
    Not Not "並非{0}" "并非{0}" "not {0}";
    OrElse Name "{0}（未填時取{1}）" "{0}（未填时取{1}）" "{0} ({1} where not entered)";
    Chosen Name "{0}（在{1}與{2}之間選定）" "{0}（在{1}与{2}之间选定）" "{0} (chosen between {1} and {2})";

    // Functions.
    Greatest Name "取大（{0}）" "取大（{0}）" "greater of ({0})";
    Least Name "取小（{0}）" "取小（{0}）" "lesser of ({0})";
    Absolute Name "絕對值（{0}）" "绝对值（{0}）" "absolute value of ({0})";
    Share Name "按{1}分配（{0}）" "按{1}分配（{0}）" "share by {1} of ({0})";
    ShareWithin Name "在同一{2}內按{1}分配（{0}）" "在同一{2}内按{1}分配（{0}）" "share within the same {2} by {1} of ({0})";
    Marginal Name "分段累計（{0}，按{1}）" "分段累计（{0}，按{1}）" "slice by slice ({0}, by {1})";
    Whole Name "整額（{0}，按{1}）" "整额（{0}，按{1}）" "whole amount at one rate ({0}, by {1})";
    Tier Name "{1}中的一檔（{0}）" "{1}中的一档（{0}）" "tier of {1} ({0})";
    Band Name "{1}中的一檔（{0}）" "{1}中的一档（{0}）" "band of {1} ({0})";
    Rank Name "排名（{0}，高者在前）" "排名（{0}，高者在前）" "rank ({0}, highest first)";
    RankWithin Name "在同一{1}內的排名（{0}，高者在前）" "在同一{1}内的排名（{0}，高者在前）" "rank within the same {1} ({0}, highest first)";
    Previous Name "上一行的{0}（首行取{1}）" "上一行的{0}（首行取{1}）" "{0} of the row before ({1} in the first row)";
    Year Name "{0}的年份" "{0}的年份" "year of {0}";
    Month Name "{0}的月份" "{0}的月份" "month of {0}";
    Day Name "{0}的日" "{0}的日" "day of {0}";
    Weekday Name "{0}是星期幾（1至7）" "{0}是星期几（1至7）" "weekday of {0} (1 to 7)";
    Workdays Name "星期一至五的天數（從{0}到{1}）" "星期一至五的天数（从{0}到{1}）" "Mondays to Fridays (from {0} to {1})";
    Days Name "天數（從{0}到{1}）" "天数（从{0}到{1}）" "days (from {0} to {1})";

    // Rounding: to what, and how.
    ToPlaces Name "{0} 位小數" "{0} 位小数" "{0} places";
    ToOnePlace Name "1 位小數" "1 位小数" "1 place";
    ToWhole Name "整數" "整数" "a whole number";
    ToMultiple Name "{0}的倍數" "{0}的倍数" "a multiple of {0}";
    HalfAwayFromZero Name "四捨五入到{1}（{0}）" "四舍五入到{1}（{0}）" "rounded to {1} ({0})";
    HalfEven Name "四捨六入五取偶到{1}（{0}）" "四舍六入五取偶到{1}（{0}）" "rounded half to even to {1} ({0})";
    TowardsZero Name "截尾到{1}（{0}）" "截尾到{1}（{0}）" "cut off at {1} ({0})";
    Down Name "向下取到{1}（{0}）" "向下取到{1}（{0}）" "rounded down to {1} ({0})";
    Up Name "向上取到{1}（{0}）" "向上取到{1}（{0}）" "rounded up to {1} ({0})";
    AwayFromZero Name "進到{1}（{0}）" "进到{1}（{0}）" "rounded away from zero to {1} ({0})";

    // What is left of a pool.
    PartsAt Name "每份取到{0}" "每份取到{0}" "in parts of {0}";
    ResidualFirst Name "餘數歸排在最前的" "余数归排在最前的" "the rest to the first";
    ResidualLast Name "餘數歸排在最後的" "余数归排在最后的" "the rest to the last";
    ResidualLargestWeight Name "餘數歸占比最大的" "余数归占比最大的" "the rest to the largest weight";
    ResidualKeep Name "餘數留著不發" "余数留着不发" "the rest stays in the pool";

    RestByRemainder Name "各份先截到{0}，餘下的按截去的零頭從大到小每份加{0}，同樣大的先加排在前面的" "各份先截到{0}，余下的按截去的零头从大到小每份加{0}，同样大的先加排在前面的" "every part is first cut to {0}; what is left goes in parts of {0} to those who lost most by the cut, of equals to the earlier";

    // What one row got of a pool.
    PoolBelowZero Name "總額為{0}，小於零，沒有發放。" "总额为{0}，小于零，没有发放。" "The pool is {0}, below zero: nothing is paid.";
    PartWhole Name "按比例正好{0}。" "按比例正好{0}。" "In proportion it is exactly {0}.";
    PartCut Name "按比例為{0}，截去零頭為{1}。" "按比例为{0}，截去零头为{1}。" "In proportion it is {0}, cut to {1}.";
    PoolEmpty Name "總額為零，沒有可分的。" "总额为零，没有可分的。" "The pool is zero: there was nothing to share.";
    NoResidual Name "各份正好分完，沒有餘數。" "各份正好分完，没有余数。" "The parts come out even; nothing remained.";
    ResidualByRemainder Name "各份截去零頭後餘{0}，按截去的零頭從大到小每份加{1}" "各份截去零头后余{0}，按截去的零头从大到小每份加{1}" "Cutting every part left {0}; those who lost most by the cut get {1} each";
    ResidualToFirst Name "各份截去零頭後餘{0}，歸排在最前的" "各份截去零头后余{0}，归排在最前的" "Cutting every part left {0}; it goes to the first";
    ResidualToLast Name "各份截去零頭後餘{0}，歸排在最後的" "各份截去零头后余{0}，归排在最后的" "Cutting every part left {0}; it goes to the last";
    ResidualToLargestWeight Name "各份截去零頭後餘{0}，歸占比最大的" "各份截去零头后余{0}，归占比最大的" "Cutting every part left {0}; it goes to the largest share";
    ResidualKept Name "各份截去零頭後餘{0}，留著不發。" "各份截去零头后余{0}，留着不发。" "Cutting every part left {0}; it stays in the pool.";
    Got Name "{0}：這一份加{1}，共{2}。" "{0}：这一份加{1}，共{2}。" "{0}: this part gets {1}, {2} in all.";
    GotNothing Name "{0}：這一份不加。" "{0}：这一份不加。" "{0}: this part gets none of it.";
}
