//! Problems in Traditional Chinese: no full stop, names between 「」.

use crate::exact::NotANumber;
use crate::problem::code::Code;
use crate::problem::fact::{Expected, Shape, Sort, Syntax};

pub(super) const NEAREST: &str = "是不是想寫「{nearest}」？";
pub(super) const AMONG: &str = "這裡可以寫：{among}";
pub(super) const PLAIN_NUMBER: &str = "不帶單位的數";

#[rustfmt::skip] // a table: one line for each kind of problem
pub(super) fn message(code: &Code) -> &'static str {
    match code {
        Code::NotUtf8 => "文件的編碼不是UTF-8",
        Code::FileTooLarge { .. } => "文件超過{limit}字節",
        Code::NestedTooDeep => "列表和小節套得太深",
        Code::TomlSyntax { .. } => "{fault}",
        Code::DuplicateKey { .. } => "「{key}」在這裡寫了兩次",
        Code::UnknownKey { .. } => "這裡沒有叫「{key}」的內容",
        Code::MissingKey { .. } => "缺少「{key}」",
        Code::ConflictingKeys { .. } => "「{first}」和「{second}」不能同時寫",
        Code::WrongKind { .. } => "這裡要寫{expected}，寫的是{found}",
        Code::UnquotedNumber { .. } => "數字{written}沒有加引號",
        Code::NotANumber { .. } => "「{text}」不是數字：{reason}",
        Code::NotADate { .. } => "「{text}」不是日曆上的日子",
        Code::OutOfRange { min: Some(_), max: Some(_) } => "數字要在{min}到{max}之間",
        Code::OutOfRange { min: Some(_), .. } => "數字不能小於{min}",
        Code::OutOfRange { .. } => "數字不能大於{max}",
        Code::NotWhole => "這裡要填整數",
        Code::TooManyPlaces { limit: 0 } => "這裡不能有小數",
        Code::TooManyPlaces { .. } => "小數超過{limit}位",
        Code::MinAboveMax { .. } => "最小值{min}大於最大值{max}",
        Code::UnknownWord { .. } => "這裡不能寫「{word}」",
        Code::UnknownLanguage { .. } => "沒有「{tag}」這種語言",
        Code::UnknownText { .. } => "方案裡沒有「{path}」這段文字",
        Code::BadId { .. } => "「{id}」不能作代號",
        Code::ReservedId { .. } => "「{id}」另有用處，這裡不能作代號",
        Code::DuplicateId { .. } => "「{id}」定義了兩次",
        Code::UnknownUnit { .. } => "沒有「{unit}」這個單位",
        Code::UnitTooLarge { .. } => "單位「{unit}」太大，無法計算",
        Code::UnitWithoutSize => "倍數要大於零",
        Code::DatesOutOfOrder { .. } => "{date}不在{before}之後",
        Code::TierHole { .. } => "{from}到{to}之間不屬於任何一段",
        Code::TierOverlap { .. } => "{from}到{to}之間同時屬於兩段",
        Code::TiersDescending { .. } => "{to}不大於{from}：分段要從低到高",
        Code::BandsDescending { .. } => "{to}不大於{from}：等級要從低到高",
        Code::RowWithoutOwner { .. } => "這一項沒有寫明屬於哪個「{key}」",
        Code::UnknownColumn { .. } => "表裡沒有「{key}」這一欄",
        Code::EmptyList { .. } => "「{key}」是空的",
        Code::UnreachableRule { .. } => "輪不到這條規則：前面有一條總是適用",
        Code::LastRuleConditional => "所有規則都不適用時，這一步沒有結果",
        Code::EmptyFormula => "公式是空的",
        Code::FormulaTooLong { .. } => "公式超過{limit}個字符",
        Code::FormulaTooDeep { .. } => "括號套了超過{limit}層",
        Code::UnknownCharacter { .. } => "公式裡不能用「{character}」",
        Code::UnexpectedToken { .. } => "這裡應該是{expected}，寫的是「{found}」",
        Code::UnexpectedEnd { .. } => "公式沒有寫完：後面還要有{expected}",
        Code::UnclosedBracket { .. } => "括號「{bracket}」沒有收尾",
        Code::UnclosedText { .. } => "「{mark}」沒有收尾",
        Code::ChainedComparison => "比較的結果不能再拿來比較",
        Code::UnknownFunction { .. } => "沒有「{name}」這個函數",
        Code::WrongArgumentCount { least, most: Some(most), .. } if least == most => "「{function}」要{least}個值，寫了{found}個",
        Code::WrongArgumentCount { most: Some(_), .. } => "「{function}」要{least}到{most}個值，寫了{found}個",
        Code::WrongArgumentCount { .. } => "「{function}」至少要{least}個值，寫了{found}個",
        Code::UnknownArgument { .. } => "「{function}」不用「{argument}」",
        Code::DuplicateArgument { .. } => "「{argument}」寫了兩次",
        Code::MissingArgument { .. } => "「{function}」缺少「{argument}」",
        Code::UnknownName { .. } => "找不到「{name}」",
        Code::UnknownRow { .. } => "「{of}」裡沒有「{row}」這一項",
        Code::UnknownOption { .. } => "「{of}」沒有「{option}」這個選項",
        Code::UnitMismatch { .. } => "{left}和{right}不能相加或比較",
        Code::WrongUnit { .. } => "公式算出的單位是{found}，寫明的單位是{declared}",
        Code::WrongType { .. } => "這裡要用{expected}，寫的是{found}",
        Code::Cycle { .. } => "這幾步互相等待：{steps}",
        Code::MixedRows { .. } => "「{left}」和「{right}」不是同一份名單",
        Code::NothingToList { .. } => "「{function}」要用一列值，這裡只有一個值",
        Code::ListOutside { .. } => "「{name}」是一列值，這裡只能用一個值",
        Code::NotFixed { .. } => "「{table}」的「{row}」可能被刪去，公式不能點名用它",
        Code::PercentNeeded { .. } => "「{number}」旁邊的單位是{unit}，它自己沒有寫單位",
        Code::RoundingPlacesNotWhole { .. } => "「{function}」的位數要直接寫成整數",
        Code::NotARoster { .. } => "「{name}」不是名單",
        Code::NotATable { .. } => "「{name}」是名單；這裡需要表，表的各行才是事先知道的",
        Code::NotAGradedTable { .. } => "這裡需要kind = \"{expected}\"的表",
        Code::NoLink { .. } => "從「{from}」找不到對應的「{to}」",
        Code::JsonSyntax { .. } => "數據不是有效的JSON：第{line}行第{column}字",
        Code::OtherScheme { .. } => "這份數據屬於方案「{found}」，不屬於「{scheme}」",
        Code::NewerFormat { .. } => "這份數據由較新的版本寫成（格式{found}，這裡只認到{limit}）",
        Code::UnknownField { .. } => "這裡沒有叫「{field}」的內容",
        Code::UnknownRoster { .. } => "方案裡沒有「{roster}」這份名單",
        Code::NamelessRow => "這一項沒有名稱",
        Code::DuplicateName { .. } => "有兩項都叫「{name}」",
        Code::UnknownRowReference { .. } => "「{roster}」裡沒有「{name}」",
        Code::Missing { .. } => "「{title}」還沒有填",
        Code::Unprinted { .. } => "「{title}」要由醫院填寫：{why}",
        Code::ChoiceMissing { .. } => "「{title}」還沒有選",
        Code::DateNeeded => "還沒有填按哪一天的標準計算",
        Code::BeforeFirstDate { .. } => "「{title}」在{first}之前沒有標準",
        Code::ChoiceOpen { .. } => "要在{low}與{high}之間選定，還沒有選",
        Code::CannotBeChosen { .. } => "要在{low}到{high}之間選定",
        Code::DivisionByZero => "除數為零",
        Code::TooLarge => "數字太大，無法精確計算",
        Code::NoRows => "名單裡沒有可計算的項目",
        Code::NoWeight => "沒有人有份額，無法分配",
        Code::NegativeWeight => "有人的份額小於零，無法分配",
        Code::NegativePool => "可分配的總額小於零，不分配",
        Code::PoolNotWhole { .. } => "總額的小數超過{places}位，分到{places}位小數時合計對不上",
        Code::OutsideTable { .. } => "數字不在「{table}」的範圍內",
    }
}

#[rustfmt::skip] // a table: one line for each kind of problem
pub(super) fn hint(code: &Code) -> &'static str {
    match code {
        Code::NotUtf8 => "請在編輯器裡另存為UTF-8",
        Code::FileTooLarge { .. } => "方案只寫規則，當月的數據請填在表單裡",
        Code::TomlSyntax { fault: Syntax::Unquoted | Syntax::BadNumber } => "文字和數量都要加引號，例如\"2.5\"",
        Code::TomlSyntax { fault: Syntax::BadEscape } => "反斜線要寫成\\\\，或者改用單引號",
        Code::DuplicateKey { .. } => "刪去一個，或者改名",
        Code::ConflictingKeys { .. } => "留下其中一個",
        Code::UnquotedNumber { .. } => "請寫成\"{written}\"：數量按文字讀入，才不會丟失位數",
        Code::NotADate { .. } => "請寫成年-月-日，例如2026-07-01",
        Code::BadId { .. } => "用字母、數字和「_」，以字母開頭；可以用漢字",
        Code::ReservedId { .. } => "請換一個代號",
        Code::DuplicateId { .. } => "請改掉一個：一個名字只能指一樣東西",
        Code::DatesOutOfOrder { .. } => "請按日期先後排列",
        Code::TierHole { .. } | Code::TierOverlap { .. } => "每一段要從上一段結束的地方開始",
        Code::TiersDescending { .. } | Code::BandsDescending { .. } => "最低的放在最前面",
        Code::RowWithoutOwner { .. } => "請加上{key} = \"…\"",
        Code::UnreachableRule { .. } => "給前面那條加上「when」，或者刪去這一條",
        Code::LastRuleConditional => "最後再加一條沒有「when」的規則",
        Code::FormulaTooLong { .. } | Code::FormulaTooDeep { .. } => "把其中一部分另立一步",
        Code::UnexpectedToken { expected: Expected::Operator, .. } => "是不是漏了「*」之類的運算符號？",
        Code::ChainedComparison => "請寫成a < b and b < c",
        Code::UnitMismatch { .. } => "請核對兩邊：是不是漏了乘或除？",
        Code::WrongUnit { .. } => "請改公式，或者改單位",
        Code::Cycle { .. } => "其中一步不能再用到別的步驟",
        Code::NothingToList { .. } => "前面加上名單的代號，例如nurse.points",
        Code::ListOutside { .. } => "先合成一個值，例如sum({name})",
        Code::NotFixed { .. } => "各項固定不變時，請在表裡加上fixed = true",
        Code::PercentNeeded { unit, .. } if unit.name() == "percent" => "請寫成{number}%",
        Code::PercentNeeded { .. } => "請在後面用方括號寫上單位",
        Code::NoLink { .. } => "加一欄one_of = \"{to}\"，或者寫明via = …",
        Code::NewerFormat { .. } => "請用較新的版本打開",
        Code::NamelessRow => "請填上名稱",
        Code::DuplicateName { .. } => "請加上區別，例如工號",
        _ => "",
    }
}

pub(super) fn shape(shape: Shape) -> &'static str {
    match shape {
        Shape::Text => "加引號的文字",
        Shape::Quantity => "加引號的數字",
        Shape::Whole => "整數",
        Shape::Fraction => "小數",
        Shape::Truth => "true或false",
        Shape::Date => "加引號的日期",
        Shape::Time => "沒有加引號的日期或時間",
        Shape::List => "方括號裡的列表",
        Shape::Section => "一個小節",
        Shape::Nothing => "空值",
    }
}

pub(super) fn sort(sort: &Sort) -> &'static str {
    match sort {
        Sort::Quantity => "數量",
        Sort::Truth => "是或否",
        Sort::Date => "日期",
        Sort::Words => "文字",
        Sort::Option => "選項",
        Sort::Row(_) => "「{of}」裡的一項",
        Sort::List => "一列值",
    }
}

pub(super) fn expected(expected: Expected) -> &'static str {
    match expected {
        Expected::Value => "一個值",
        Expected::Operator => "運算符號",
        Expected::Closing => "逗號或右括號",
        Expected::Name => "名稱",
        Expected::Ids => "括號裡的文字",
        Expected::Unit => "單位",
    }
}

pub(super) fn syntax(syntax: &Syntax) -> &str {
    match syntax {
        Syntax::NoEquals => "名稱後面缺少「=」",
        Syntax::TwoEquals => "多了一個「=」",
        Syntax::NoValue => "「=」後面缺少內容",
        Syntax::NoKey => "缺少名稱",
        Syntax::Unquoted => "文字要加引號",
        Syntax::OpenText => "文字的引號沒有收尾",
        Syntax::OpenList => "列表沒有用「]」收尾",
        Syntax::OpenBraces => "花括號沒有用「}」收尾",
        Syntax::OpenSection => "小節的名稱沒有用「]」收尾",
        Syntax::NoComma => "缺少逗號",
        Syntax::ExtraComma => "多了一個逗號",
        Syntax::BadKey => "這個名稱要加引號",
        Syntax::BadNumber => "這個數字不合TOML的寫法",
        Syntax::BadEscape => "反斜線後面的字符不對",
        Syntax::BadCharacter => "這裡不能有這個字符",
        Syntax::NotASection => "前面已經給了它一個值，不能再當小節",
        Syntax::Extra => "這裡多了內容",
        Syntax::Other(said) => said,
    }
}

pub(super) fn not_a_number(reason: NotANumber) -> &'static str {
    match reason {
        NotANumber::Empty => "沒有內容",
        NotANumber::NotDigits { .. } => "裡面有不是數字的字符",
        NotANumber::Exponent { .. } => "不能用科學記數法",
        NotANumber::Underscore { .. } => "數字裡不能有底線",
        NotANumber::MisplacedSeparator { .. } => "千位分隔號的位置不對",
        NotANumber::PlusSign => "不用寫正號",
        NotANumber::LeadingZero => "前面不用加零",
        NotANumber::LeadingDot => "小數點前面要寫零",
        NotANumber::TrailingDot => "小數點後面缺少數字",
        NotANumber::Fraction { .. } => "這裡不能填分數",
        NotANumber::ZeroDenominator => "分母不能為零",
        NotANumber::TooLong => "位數太多",
    }
}
