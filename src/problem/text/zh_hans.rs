//! Problems in Simplified Chinese: no full stop, names between “”.

use crate::exact::NotANumber;
use crate::problem::code::Code;
use crate::problem::fact::{Expected, Shape, Sort, Syntax};

pub(super) const NEAREST: &str = "是不是想写“{nearest}”？";
pub(super) const AMONG: &str = "这里可以写：{among}";
pub(super) const PLAIN_NUMBER: &str = "不带单位的数";

#[rustfmt::skip] // a table: one line for each kind of problem
pub(super) fn message(code: &Code) -> &'static str {
    match code {
        Code::NotUtf8 => "文件的编码不是UTF-8",
        Code::FileTooLarge { .. } => "文件超过{limit}字节",
        Code::NestedTooDeep => "列表和小节套得太深",
        Code::TomlSyntax { .. } => "{fault}",
        Code::DuplicateKey { .. } => "“{key}”在这里写了两次",
        Code::UnknownKey { .. } => "这里没有叫“{key}”的内容",
        Code::MissingKey { .. } => "缺少“{key}”",
        Code::ConflictingKeys { .. } => "“{first}”和“{second}”不能同时写",
        Code::WrongKind { .. } => "这里要写{expected}，写的是{found}",
        Code::UnquotedNumber { .. } => "数字{written}没有加引号",
        Code::NotANumber { .. } => "“{text}”不是数字：{reason}",
        Code::NotADate { .. } => "“{text}”不是日历上的日子",
        Code::OutOfRange { min: Some(_), max: Some(_) } => "数字要在{min}到{max}之间",
        Code::OutOfRange { min: Some(_), .. } => "数字不能小于{min}",
        Code::OutOfRange { .. } => "数字不能大于{max}",
        Code::NotWhole => "这里要填整数",
        Code::TooManyPlaces { limit: 0 } => "这里不能有小数",
        Code::TooManyPlaces { .. } => "小数超过{limit}位",
        Code::MinAboveMax { .. } => "最小值{min}大于最大值{max}",
        Code::UnknownWord { .. } => "这里不能写“{word}”",
        Code::UnknownLanguage { .. } => "没有“{tag}”这种语言",
        Code::UnknownText { .. } => "方案里没有“{path}”这段文字",
        Code::BadId { .. } => "“{id}”不能作代号",
        Code::ReservedId { .. } => "“{id}”另有用处，这里不能作代号",
        Code::DuplicateId { .. } => "“{id}”定义了两次",
        Code::UnknownUnit { .. } => "没有“{unit}”这个单位",
        Code::UnitTooLarge { .. } => "单位“{unit}”太大，无法计算",
        Code::UnitWithoutSize => "倍数要大于零",
        Code::DatesOutOfOrder { .. } => "{date}不在{before}之后",
        Code::TierHole { .. } => "{from}到{to}之间不属于任何一段",
        Code::TierOverlap { .. } => "{from}到{to}之间同时属于两段",
        Code::TiersDescending { .. } => "{to}不大于{from}：分段要从低到高",
        Code::BandsDescending { .. } => "{to}不大于{from}：等级要从低到高",
        Code::RowWithoutOwner { .. } => "这一项没有写明属于哪个“{key}”",
        Code::UnknownColumn { .. } => "表里没有“{key}”这一栏",
        Code::EmptyList { .. } => "“{key}”是空的",
        Code::UnreachableRule { .. } => "轮不到这条规则：前面有一条总是适用",
        Code::LastRuleConditional => "所有规则都不适用时，这一步没有结果",
        Code::EmptyFormula => "公式是空的",
        Code::FormulaTooLong { .. } => "公式超过{limit}个字符",
        Code::FormulaTooDeep { .. } => "括号套了超过{limit}层",
        Code::UnknownCharacter { .. } => "公式里不能用“{character}”",
        Code::UnexpectedToken { .. } => "这里应该是{expected}，写的是“{found}”",
        Code::UnexpectedEnd { .. } => "公式没有写完：后面还要有{expected}",
        Code::UnclosedBracket { .. } => "括号“{bracket}”没有收尾",
        Code::UnclosedText { .. } => "“{mark}”没有收尾",
        Code::ChainedComparison => "比较的结果不能再拿来比较",
        Code::UnknownFunction { .. } => "没有“{name}”这个函数",
        Code::WrongArgumentCount { least, most: Some(most), .. } if least == most => "“{function}”要{least}个值，写了{found}个",
        Code::WrongArgumentCount { most: Some(_), .. } => "“{function}”要{least}到{most}个值，写了{found}个",
        Code::WrongArgumentCount { .. } => "“{function}”至少要{least}个值，写了{found}个",
        Code::UnknownArgument { .. } => "“{function}”不用“{argument}”",
        Code::DuplicateArgument { .. } => "“{argument}”写了两次",
        Code::MissingArgument { .. } => "“{function}”缺少“{argument}”",
        Code::UnknownName { .. } => "找不到“{name}”",
        Code::UnknownRow { .. } => "“{of}”里没有“{row}”这一项",
        Code::UnknownOption { .. } => "“{of}”没有“{option}”这个选项",
        Code::UnitMismatch { .. } => "{left}和{right}不能相加或比较",
        Code::WrongUnit { .. } => "公式算出的单位是{found}，写明的单位是{declared}",
        Code::WrongType { .. } => "这里要用{expected}，写的是{found}",
        Code::Cycle { .. } => "这几步互相等待：{steps}",
        Code::MixedRows { .. } => "“{left}”和“{right}”不是同一份名单",
        Code::NothingToList { .. } => "“{function}”要用一列值，这里只有一个值",
        Code::ListOutside { .. } => "“{name}”是一列值，这里只能用一个值",
        Code::NotFixed { .. } => "“{table}”的“{row}”可能被删去，公式不能点名用它",
        Code::PercentNeeded { .. } => "“{number}”旁边的单位是{unit}，它自己没有写单位",
        Code::RoundingPlacesNotWhole { .. } => "“{function}”的位数要直接写成整数",
        Code::NotARoster { .. } => "“{name}”不是名单",
        Code::NotATable { .. } => "“{name}”是名单；这里需要表，表的各行才是事先知道的",
        Code::NotAGradedTable { .. } => "这里需要kind = \"{expected}\"的表",
        Code::NoLink { .. } => "从“{from}”找不到对应的“{to}”",
        Code::JsonSyntax { .. } => "数据不是有效的JSON：第{line}行第{column}字",
        Code::OtherScheme { .. } => "这份数据属于方案“{found}”，不属于“{scheme}”",
        Code::NewerFormat { .. } => "这份数据由较新的版本写成（格式{found}，这里只认到{limit}）",
        Code::UnknownField { .. } => "这里没有叫“{field}”的内容",
        Code::UnknownRoster { .. } => "方案里没有“{roster}”这份名单",
        Code::NamelessRow => "这一项没有名称",
        Code::DuplicateName { .. } => "有两项都叫“{name}”",
        Code::UnknownRowReference { .. } => "“{roster}”里没有“{name}”",
        Code::Missing { .. } => "“{title}”还没有填",
        Code::Unprinted { .. } => "“{title}”要由医院填写：{why}",
        Code::ChoiceMissing { .. } => "“{title}”还没有选",
        Code::DateNeeded => "还没有填按哪一天的标准计算",
        Code::BeforeFirstDate { .. } => "“{title}”在{first}之前没有标准",
        Code::ChoiceOpen { .. } => "要在{low}与{high}之间选定，还没有选",
        Code::CannotBeChosen { .. } => "要在{low}到{high}之间选定",
        Code::DivisionByZero => "除数为零",
        Code::TooLarge => "数字太大，无法精确计算",
        Code::NoRows => "名单里没有可计算的项目",
        Code::NoWeight => "没有人有份额，无法分配",
        Code::NegativeWeight => "有人的份额小于零，无法分配",
        Code::NegativePool => "可分配的总额小于零，不分配",
        Code::PoolNotWhole { .. } => "总额的小数超过{places}位，分到{places}位小数时合计对不上",
        Code::OutsideTable { .. } => "数字不在“{table}”的范围内",
    }
}

#[rustfmt::skip] // a table: one line for each kind of problem
pub(super) fn hint(code: &Code) -> &'static str {
    match code {
        Code::NotUtf8 => "请在编辑器里另存为UTF-8",
        Code::FileTooLarge { .. } => "方案只写规则，当月的数据请填在表单里",
        Code::TomlSyntax { fault: Syntax::Unquoted | Syntax::BadNumber } => "文字和数量都要加引号，例如\"2.5\"",
        Code::TomlSyntax { fault: Syntax::BadEscape } => "反斜线要写成\\\\，或者改用单引号",
        Code::DuplicateKey { .. } => "删去一个，或者改名",
        Code::ConflictingKeys { .. } => "留下其中一个",
        Code::UnquotedNumber { .. } => "请写成\"{written}\"：数量按文字读入，才不会丢失位数",
        Code::NotADate { .. } => "请写成年-月-日，例如2026-07-01",
        Code::BadId { .. } => "用字母、数字和“_”，以字母开头；可以用汉字",
        Code::ReservedId { .. } => "请换一个代号",
        Code::DuplicateId { .. } => "请改掉一个：一个名字只能指一样东西",
        Code::DatesOutOfOrder { .. } => "请按日期先后排列",
        Code::TierHole { .. } | Code::TierOverlap { .. } => "每一段要从上一段结束的地方开始",
        Code::TiersDescending { .. } | Code::BandsDescending { .. } => "最低的放在最前面",
        Code::RowWithoutOwner { .. } => "请加上{key} = \"…\"",
        Code::UnreachableRule { .. } => "给前面那条加上“when”，或者删去这一条",
        Code::LastRuleConditional => "最后再加一条没有“when”的规则",
        Code::FormulaTooLong { .. } | Code::FormulaTooDeep { .. } => "把其中一部分另立一步",
        Code::UnexpectedToken { expected: Expected::Operator, .. } => "是不是漏了“*”之类的运算符号？",
        Code::ChainedComparison => "请写成a < b and b < c",
        Code::UnitMismatch { .. } => "请核对两边：是不是漏了乘或除？",
        Code::WrongUnit { .. } => "请改公式，或者改单位",
        Code::Cycle { .. } => "其中一步不能再用到别的步骤",
        Code::NothingToList { .. } => "前面加上名单的代号，例如nurse.points",
        Code::ListOutside { .. } => "先合成一个值，例如sum({name})",
        Code::NotFixed { .. } => "各项固定不变时，请在表里加上fixed = true",
        Code::PercentNeeded { unit, .. } if unit.name() == "percent" => "请写成{number}%",
        Code::PercentNeeded { .. } => "请在后面用方括号写上单位",
        Code::NoLink { .. } => "加一栏one_of = \"{to}\"，或者写明via = …",
        Code::NewerFormat { .. } => "请用较新的版本打开",
        Code::NamelessRow => "请填上名称",
        Code::DuplicateName { .. } => "请加上区别，例如工号",
        _ => "",
    }
}

pub(super) fn shape(shape: Shape) -> &'static str {
    match shape {
        Shape::Text => "加引号的文字",
        Shape::Quantity => "加引号的数字",
        Shape::Whole => "整数",
        Shape::Fraction => "小数",
        Shape::Truth => "true或false",
        Shape::Date => "加引号的日期",
        Shape::Time => "没有加引号的日期或时间",
        Shape::List => "方括号里的列表",
        Shape::Section => "一个小节",
        Shape::Nothing => "空值",
    }
}

pub(super) fn sort(sort: &Sort) -> &'static str {
    match sort {
        Sort::Quantity => "数量",
        Sort::Truth => "是或否",
        Sort::Date => "日期",
        Sort::Words => "文字",
        Sort::Option => "选项",
        Sort::Row(_) => "“{of}”里的一项",
        Sort::List => "一列值",
    }
}

pub(super) fn expected(expected: Expected) -> &'static str {
    match expected {
        Expected::Value => "一个值",
        Expected::Operator => "运算符号",
        Expected::Closing => "逗号或右括号",
        Expected::Name => "名称",
        Expected::Ids => "括号里的文字",
        Expected::Unit => "单位",
    }
}

pub(super) fn syntax(syntax: &Syntax) -> &str {
    match syntax {
        Syntax::NoEquals => "名称后面缺少“=”",
        Syntax::TwoEquals => "多了一个“=”",
        Syntax::NoValue => "“=”后面缺少内容",
        Syntax::NoKey => "缺少名称",
        Syntax::Unquoted => "文字要加引号",
        Syntax::OpenText => "文字的引号没有收尾",
        Syntax::OpenList => "列表没有用“]”收尾",
        Syntax::OpenBraces => "花括号没有用“}”收尾",
        Syntax::OpenSection => "小节的名称没有用“]”收尾",
        Syntax::NoComma => "缺少逗号",
        Syntax::ExtraComma => "多了一个逗号",
        Syntax::BadKey => "这个名称要加引号",
        Syntax::BadNumber => "这个数字不合TOML的写法",
        Syntax::BadEscape => "反斜线后面的字符不对",
        Syntax::BadCharacter => "这里不能有这个字符",
        Syntax::NotASection => "前面已经给了它一个值，不能再当小节",
        Syntax::Extra => "这里多了内容",
        Syntax::Other(said) => said,
    }
}

pub(super) fn not_a_number(reason: NotANumber) -> &'static str {
    match reason {
        NotANumber::Empty => "没有内容",
        NotANumber::NotDigits { .. } => "里面有不是数字的字符",
        NotANumber::Exponent { .. } => "不能用科学记数法",
        NotANumber::Underscore { .. } => "数字里不能有下划线",
        NotANumber::MisplacedSeparator { .. } => "千位分隔号的位置不对",
        NotANumber::PlusSign => "不用写正号",
        NotANumber::LeadingZero => "前面不用加零",
        NotANumber::LeadingDot => "小数点前面要写零",
        NotANumber::TrailingDot => "小数点后面缺少数字",
        NotANumber::Fraction { .. } => "这里不能填分数",
        NotANumber::ZeroDenominator => "分母不能为零",
        NotANumber::TooLong => "位数太多",
    }
}
