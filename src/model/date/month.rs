//! The months and seasons by their names.

/// Names and abbreviations of each month in some forty languages, genitives included: lower case,
/// no stops, parted by `|`. Where two languages use one word for two months (Croatian and Czech
/// `srpanj`/`srpen`, `listopad`), the more frequent in print is kept.
const MONTHS: [&str; 12] = [
    "|january|janvier|januar|jänner|januari|enero|janeiro|gennaio|styczeń|stycznia|leden|ledna|január|siječanj|siječnja|januarie|ianuarie|январь|января|січень|січня|студзень|студзеня|януари|јануар|јануара|ocak|tammikuu|tammikuuta|tammi|jaanuar|janvāris|sausis|sausio|ιανουάριος|ιανουαρίου|ינואר|يناير|كانون الثاني|ژانویه|январ|tháng 1|มกราคม|มค|jan|jän|janv|ene|gen|sty|led|sij|ian|янв|січ|oca|ιαν|jaan|jannuary|जनवरी|gener|urtarrila|ionawr|eanáir|јан|janar|yanvar|",
    "|february|février|fevrier|februar|feber|februari|febrero|fevereiro|febbraio|luty|lutego|únor|února|február|veljača|veljače|februarie|февраль|февраля|лютий|лютого|люты|лютага|февруари|фебруар|фебруара|şubat|helmikuu|helmikuuta|helmi|veebruar|februāris|vasaris|vasario|φεβρουάριος|φεβρουαρίου|פברואר|فبراير|شباط|فوریه|feb|fév|févr|fev|lut|úno|velj|фев|февр|лют|şub|helm|φεβ|veebr|กุมภาพันธ์|กพ|फ़रवरी|febrer|shkurt|fevral|феб|subat|",
    "|march|mars|märz|maerz|marz|mart|maart|marts|marzo|março|marco|marzec|marca|březen|března|brezen|marec|ožujak|ožujka|martie|март|марта|березень|березня|сакавік|сакавіка|március|maaliskuu|maaliskuuta|maalis|märts|kovas|kovo|μάρτιος|μαρτίου|מרץ|مارس|آذار|mar|mär|mrz|mrt|mrč|bře|ožu|мар|бер|maal|μαρ|มีนาคม|มีค|मार्च|març|maalisk|",
    "|april|avril|abril|aprile|kwiecień|kwietnia|duben|dubna|apríl|travanj|travnja|aprilie|апрель|апреля|квітень|квітня|красавік|красавіка|април|nisan|április|huhtikuu|huhtikuuta|huhti|aprill|aprīlis|balandis|balandžio|απρίλιος|απριλίου|אפריל|أبريل|ابريل|نيسان|آوریل|apr|avr|abr|kwi|dub|tra|апр|кві|nis|ápr|huht|απρ|เมษายน|เมย|अप्रैल|prill|aprel|",
    "|may|mai|maj|mei|maio|mayo|maggio|kweicień|maja|květen|května|kveten|máj|mája|svibanj|svibnja|май|мая|травень|травня|мај|маја|mayıs|mayis|május|toukokuu|toukokuuta|touko|maijs|gegužė|gegužės|μάιος|μαΐου|μαΐος|מאי|مايو|أيار|مه|mag|kvě|svi|тра|touk|μαϊ|μάι|พฤษภาคม|พค|मई|maig|maí|",
    "|june|juin|juni|junio|junho|giugno|czerwiec|czerwca|červen|června|cerven|jún|lipanj|lipnja|iunie|июнь|июня|червень|червня|чэрвень|јун|јуна|юни|haziran|június|kesäkuu|kesäkuuta|kesä|juuni|jūnijs|birželis|birželio|ιούνιος|ιουνίου|יוני|يونيو|حزيران|ژوئن|jun|giu|cze|čvn|iun|июн|чер|haz|kes|ιουν|มิถุนายน|มิย|जून|juny|qershor|iyun|чэрв|",
    "|july|juillet|juli|julio|julho|luglio|lipiec|lipca|červenec|července|cervenec|júl|srpanj|srpnja|iulie|июль|июля|липень|липня|ліпень|јул|јула|юли|temmuz|július|heinäkuu|heinäkuuta|heinä|juuli|jūlijs|liepa|liepos|ιούλιος|ιουλίου|יולי|يوليو|تموز|ژوئیه|jul|juil|lug|lip|čvc|iul|июл|лип|tem|hein|ιουλ|กรกฎาคม|กค|जुलाई|juliol|korrik|iyul|",
    "|august|août|aout|agosto|augustus|augusti|sierpień|sierpnia|srpen|srpna|kolovoz|kolovoza|август|августа|серпень|серпня|жнівень|жніўня|ağustos|agustos|augusztus|elokuu|elokuuta|elo|augusts|rugpjūtis|rugpjūčio|αύγουστος|αυγούστου|אוגוסט|أغسطس|اغسطس|آب|اوت|aug|ago|aoû|sie|srp|kol|авг|сер|ağu|agu|elok|αυγ|สิงหาคม|สค|अगस्त|agost|gusht|avqust|avgust|",
    "|september|septembre|septiembre|setiembre|setembro|settembre|wrzesień|września|září|zari|rujan|rujna|septembrie|сентябрь|сентября|вересень|вересня|верасень|верасня|септември|септембар|septembar|eylül|eylul|szeptember|syyskuu|syyskuuta|syys|septembris|rugsėjis|rugsėjo|σεπτέμβριος|σεπτεμβρίου|ספטמבר|سبتمبر|أيلول|سپتامبر|sep|sept|set|sett|wrz|zář|ruj|сен|сент|вер|eyl|szept|syy|σεπ|กันยายน|กย|सितंबर|setembre|shtator|sentyabr|септ|",
    "|october|octobre|octubre|outubro|ottobre|oktober|październik|października|říjen|října|rijen|október|octombrie|октябрь|октября|жовтень|жовтня|кастрычнік|октомври|октобар|oktobar|ekim|lokakuu|lokakuuta|loka|oktoober|oktobris|spalis|spalio|οκτώβριος|οκτωβρίου|אוקטובר|أكتوبر|اكتوبر|تشرين الأول|اکتبر|oct|okt|out|ott|paź|říj|окт|жов|eki|lok|οκτ|ตุลาคม|ตค|अक्टूबर|tetor|oktyabr|",
    "|november|novembre|noviembre|novembro|listopad|listopada|studeni|studenoga|noiembrie|ноябрь|ноября|листопад|листопада|лістапад|ноември|новембар|novembar|kasım|kasim|marraskuu|marraskuuta|marras|novembris|lapkritis|lapkričio|νοέμβριος|νοεμβρίου|נובמבר|نوفمبر|تشرين الثاني|نوامبر|nov|lis|stu|noi|ноя|нояб|лис|kas|marr|νοε|พฤศจิกายน|พย|नवंबर|nëntor|noyabr|",
    "|december|décembre|decembre|dezember|diciembre|dezembro|dicembre|desember|grudzień|grudnia|prosinec|prosince|prosinac|prosinca|decembrie|декабрь|декабря|грудень|грудня|снежань|декември|децембар|decembar|aralık|aralik|joulukuu|joulukuuta|joulu|detsember|decembris|gruodis|gruodžio|δεκέμβριος|δεκεμβρίου|דצמבר|ديسمبر|كانون الأول|دسامبر|dec|déc|dez|dic|des|gru|pro|дек|груд|ara|joul|δεκ|ธันวาคม|ธค|दिसंबर|desembre|dhjetor|dekabr|",
];

/// Names of the four seasons as EDTF numbers them from 21.
const SEASONS: [&str; 4] = [
    "|spring|spr|primavera|printemps|frühjahr|frühling|весна|весна|春|春季|春号|봄|bahar|ilkbahar|lente|wiosna|vår|forår|jaro|kevät|tavasz|",
    "|summer|sum|sommer|été|ete|verano|verão|estate|лето|літо|夏|夏季|夏号|여름|yaz|zomer|lato|sommar|léto|kesä|nyár|estiu|",
    "|autumn|aut|fall|fal|herbst|automne|otoño|outono|autunno|осень|осінь|秋|秋季|秋号|가을|güz|sonbahar|herfst|jesień|höst|efterår|podzim|syksy|ősz|tardor|",
    "|winter|win|hiver|invierno|inverno|зима|冬|冬季|冬号|겨울|kış|zima|vinter|talvi|tél|hivern|",
];

/// The month a word or its abbreviation names, 1 to 12, in any language; a final stop does not
/// matter, numbers are no words.
///
/// ```
/// use bibsift::model::month;
/// assert_eq!(month("Sept."), Some(9));
/// assert_eq!(month("мая"), Some(5));
/// assert_eq!(month("monday"), None);
/// ```
pub fn month(word: &str) -> Option<u8> {
    find(word, &MONTHS).map(|at| at + 1)
}

/// The season a word names, as EDTF counts: spring is 21.
pub(super) fn season(word: &str) -> Option<u8> {
    find(word, &SEASONS).map(|at| at + 21)
}

fn find(word: &str, table: &[&str]) -> Option<u8> {
    let word = word.trim_matches(|c: char| c.is_whitespace() || c == '.' || c == ',');
    if word.is_empty() || word.len() > 40 || word.contains('|') {
        return None;
    }
    let mut key = String::with_capacity(word.len() + 2);
    key.push('|');
    key.extend(
        word.chars()
            .filter(|c| *c != '.' && *c != '\u{307}')
            .flat_map(char::to_lowercase)
            .filter(|c| *c != '\u{307}'),
    );
    key.push('|');
    table
        .iter()
        .position(|names| names.contains(&key))
        .and_then(|at| u8::try_from(at).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months() {
        for (word, number) in [
            ("January", 1),
            ("JAN", 1),
            ("janv.", 1),
            ("enero", 1),
            ("января", 1),
            ("января", 1),
            ("يناير", 1),
            ("février", 2),
            ("févr.", 2),
            ("März", 3),
            ("Mrz.", 3),
            ("março", 3),
            ("березня", 3),
            ("abr.", 4),
            ("квітень", 4),
            ("Mayıs", 5),
            ("mai", 5),
            ("мая", 5),
            ("июнь", 6),
            ("juin", 6),
            ("giugno", 6),
            ("июля", 7),
            ("juil.", 7),
            ("août", 8),
            ("AĞUSTOS", 8),
            ("sierpnia", 8),
            ("set.", 9),
            ("Sept", 9),
            ("września", 9),
            ("Eylül", 9),
            ("Oct.", 10),
            ("říjen", 10),
            ("outubro", 10),
            ("نوفمبر", 11),
            ("Kasım", 11),
            ("Dezember", 12),
            ("dic.", 12),
            ("دسامبر", 12),
            ("Ιούνιος", 6),
            ("listopad", 11),
        ] {
            assert_eq!(month(word), Some(number), "{word}");
        }
        for word in [
            "",
            ".",
            "5",
            "Monday",
            "|",
            "januaryfebruary",
            "spring",
            "a",
        ] {
            assert_eq!(month(word), None, "{word}");
        }
        assert_eq!(season("SUM"), Some(22));
        assert_eq!(season("Fall"), Some(23));
    }
}
