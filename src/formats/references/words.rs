//! Words that tell what stands beside them, in the languages references are printed in.

use super::hash::word_hash;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// Classes of words: one line a class, its words lower case, parted by `|`. The number of a class
/// is its place, from 1.
const CLASSES: &[&str] = &[
    // 1 in
    "in|dans|dins|em|w|v|ve|içinde|в|у|unter",
    // 2 editor
    "ed|eds|edn|edit|edited|editor|editors|hrsg|hg|hgg|herausgegeben|herausgeber|éd|éds|dir|dirs|sld|réd|red|rédacteur|coord|coords|coordinador|coordinadores|org|orgs|organizador|organizadores|comp|comps|compiler|compiled|cura|curato|ред|отв|под|сост|eds.|编|編|主编|编著|編著|편",
    // 3 translator
    "trans|transl|translated|translator|translators|trad|traduit|traduction|traducción|traducido|traduzione|tradução|übers|übersetzt|übersetzung|tr|пер|перевод|přel|译|訳|譯|역|옮김",
    // 4 volume
    "vol|vols|volume|volumes|bd|bde|band|bände|tome|tomes|tom|t|т|том|cilt|kötet|svazek|volumen|卷|巻",
    // 5 issue
    "no|nos|nr|nr.|n|n°|nº|№|number|numbers|issue|iss|heft|h|num|núm|número|numero|numéro|num.|fasc|sayı|zeszyt|вып|выпуск|č|číslo|号|期|호",
    // 6 pages
    "pp|p|page|pages|pg|pgs|s|ss|seite|seiten|pág|págs|pag|pagine|páginas|págs.|с|стр|str|sid|oldal|页|頁|쪽|면",
    // 7 edition
    "edition|aufl|auflage|édition|edición|ediciones|edição|edizione|изд|издание|printing|print|revised|rev|reprint|reprinted|repr|rpt|updated|expanded|enlarged|abridged|版|판|wyd|vyd",
    // 8 and others
    "al|others|coll|collaborators|autres|mitarb|等|др|外|외|ほか",
    // 9 and
    "and|und|et|y|e|og|och|och|en|и|ve|i|a|＆|와|과",
    // 10 months
    "january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|janvier|février|fevrier|mars|avril|mai|juin|juillet|août|aout|septembre|octobre|novembre|décembre|decembre|januar|februar|märz|juni|juli|oktober|dezember|mrz|okt|dez|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|ene|abr|ago|dic|janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|novembre|dicembre|январь|января|февраль|февраля|март|марта|апрель|апреля|май|мая|июнь|июня|июль|июля|август|августа|сентябрь|сентября|октябрь|октября|ноябрь|ноября|декабрь|декабря|spring|summer|autumn|fall|winter|printemps|été|automne|hiver|frühjahr|herbst|primavera|verano|otoño|invierno",
    // 11 not yet published
    "press|appear|submitted|forthcoming|preparation|preprint|accepted|unpublished|manuscript|mimeo|draft|erscheint|paraître|prensa",
    // 12 publishing houses
    "verlag|publisher|publishers|publishing|publications|publication|éditions|editions|edizioni|editorial|editores|editora|editore|editrice|presses|books|publ|pub|hall|wiley|sons|springer|elsevier|routledge|sage|mcgraw|pergamon|plenum|blackwell|kluwer|birkhäuser|oxford|macmillan|penguin|palgrave|harper|collins|random|basic|norton|knopf|vintage|gallimard|seuil|puf|minuit|hachette|armand|colin|droz|suhrkamp|fischer|reclam|rowohlt|beck|mohr|siebeck|gruyter|brill|peter|lang|einaudi|laterza|mondadori|feltrinelli|mulino|kaufmann|addison|wesley|prentice|marcel|dekker|crc|academic|wadsworth|pearson|longman|mit|yale|harvard|princeton|ashgate|elgar|edward|houghton|mifflin|simon|schuster|erlbaum|guilford|norton|наука|мысль|издательство|изд-во|出版社|出版|書房|書店|书店|书局|書局|출판사|출판",
    // 13 universities and institutes
    "university|universität|université|universidad|universidade|università|universiteit|univ|institute|institut|instituto|istituto|college|school|department|dept|faculty|faculté|fakultät|facultad|laboratory|laboratories|lab|labs|center|centre|centro|academy|akademie|ministry|agency|bureau|office|council|commission|committee|bank|fund|foundation|organization|organisation|society|association|corporation|corp|inc|ltd|company|co|gmbh|университет|институт|大学|大學|研究所|学院|대학교|연구원",
    // 14 journals
    "journal|j|jnl|zeitschrift|z|revue|rev|revista|rivista|review|reviews|annals|ann|annales|annalen|archives|arch|archiv|archivos|bulletin|bull|magazine|quarterly|monthly|weekly|letters|lett|letter|transactions|trans|acta|advances|adv|trends|studies|stud|research|res|commun|communications|notices|reports|rep|times|post|gazette|daily|news|newspaper|cahiers|mitteilungen|jahrbuch|yearbook|sci|phys|chem|biol|math|med|am|amer|int|nat|eur|soc|proc|natl|acad|appl|mech|eng|comput|technol|вестник|журнал|известия|труды|学报|學報|杂志|雜誌|研究|学刊|통신|논문지|학회지",
    // 15 conferences
    "proceedings|proc|procs|conference|conf|symposium|symp|workshop|congress|meeting|colloquium|actes|colloque|atti|convegno|tagung|tagungsband|kongress|congreso|congrès|konferenz|advances|lncs|конференции|конференция|материалы|сборник|会议|論文集|论文集|大会",
    // 16 theses and reports
    "thesis|dissertation|diss|phd|ph|doctoral|master|masters|msc|bachelor|diplomarbeit|thèse|tesis|tese|tesi|habilitation|diploma|диссертация|дис|学位论文|博士|硕士|학위논문|report|reports|technical|tech|memo|memorandum|working|paper|papers|discussion|bericht|rapport|informe|whitepaper|deliverable|отчет|报告",
    // 17 series
    "series|ser|reihe|collection|coll|colección|coleção|collana|lecture|notes|grundlehren|memoirs|monographs|monograph|серия|叢書|丛书|총서",
    // 18 function words of titles
    "the|of|a|an|on|for|with|to|from|by|at|as|its|into|through|between|using|is|are|how|what|why|toward|towards|about|under|der|die|das|des|dem|den|ein|eine|einer|im|zur|zum|für|mit|von|über|auf|aus|bei|la|le|les|l|du|de|d|un|une|sur|pour|par|avec|au|aux|el|los|las|del|una|sobre|para|con|por|il|lo|gli|della|dei|delle|nella|per|o|os|da|do|das|dos|na|no|в|на|о|об|по|для|из|с|к|от",
    // 19 particles of names
    "van|von|vom|ter|ten|der|den|de|della|di|del|al|el|bin|ibn|mac|mc|st|saint|le|la|du|dos|da|zu|af|av",
    // 20 suffixes of names
    "jr|sr|ii|iii|iv|jnr|snr",
    // 21 places
    "london|paris|berlin|york|new|cambridge|boston|chicago|philadelphia|amsterdam|leiden|dordrecht|münchen|munich|hamburg|stuttgart|leipzig|heidelberg|wien|vienna|zürich|zurich|basel|bern|genève|geneva|roma|rome|milano|torino|bologna|firenze|napoli|venezia|padova|madrid|barcelona|lisboa|porto|bruxelles|brussels|louvain|leuven|antwerp|montréal|montreal|toronto|québec|quebec|ottawa|vancouver|washington|baltimore|princeton|berkeley|stanford|ithaca|durham|athens|thousand|oaks|newbury|park|beverly|hills|hillsdale|mahwah|hoboken|englewood|cliffs|jersey|francisco|angeles|diego|antonio|seattle|austin|houston|dallas|atlanta|miami|minneapolis|madison|pittsburgh|cleveland|detroit|denver|phoenix|orlando|aldershot|harmondsworth|edinburgh|glasgow|manchester|bristol|dublin|belfast|sydney|melbourne|canberra|brisbane|auckland|wellington|tokyo|kyoto|osaka|beijing|shanghai|hong|kong|singapore|delhi|mumbai|bombay|calcutta|jerusalem|cairo|istanbul|ankara|moscow|petersburg|москва|санкт-петербург|спб|м|л|ленинград|киев|минск|prague|praha|warszawa|warsaw|kraków|budapest|stockholm|uppsala|lund|göteborg|copenhagen|københavn|aarhus|oslo|bergen|helsinki|frankfurt|köln|bonn|tübingen|göttingen|freiburg|würzburg|wiesbaden|darmstadt|opladen|bielefeld|mainz|hannover|rotterdam|utrecht|hague|lyon|toulouse|grenoble|strasbourg|bordeaux|marseille|lille|rennes|nantes|méxico|mexico|bogotá|aires|buenos|santiago|lima|caracas|rio|janeiro|paulo|usa|uk|u.s.a|england|germany|france|italy|spain|canada|australia|japan|china|netherlands|switzerland|ma|ny|ca|nj|pa|il|md|dc|va|fl|tx|oh|mi|wi|mn|wa|ct|nc|ga|mass|calif|conn|ill|penn|北京|上海|广州|南京|武汉|天津|杭州|成都|西安|长沙|沈阳|东京|東京|京都|台北|臺北|香港|서울|부산",
    // 22 what a link follows
    "url|urls|doi|available|online|retrieved|accessed|http|https|www|website|web|internet|disponible|verfügbar|isbn|issn|arxiv|pmid",
    // 23 ordinals
    "st|nd|rd|th|ème|er|ère|first|second|third|fourth|fifth|1st|2nd|3rd",
    // 24 special matter
    "special|supplement|suppl|supp|chapter|chap|ch|kapitel|kap|chapitre|part|pt|teil|section|sec|book|review|introduction|preface|foreword|abstract|appendix|article|art|cap|capítulo|глава|gl",
    // 25 patents and standards
    "patent|patents|brevet|standard|iso|iec|ieee|ansi|din|astm|rfc|gb|гост",
];

/// The class of words for `in`.
pub(super) const IN: u8 = 1;
/// The class of words for volumes.
pub(super) const VOLUME: u8 = 4;
/// The class of words for issues.
pub(super) const ISSUE: u8 = 5;
/// The class of words for pages.
pub(super) const PAGES: u8 = 6;
/// The class of words for editions.
pub(super) const EDITION: u8 = 7;
/// The class of `and others`.
pub(super) const OTHERS: u8 = 8;
/// The class of `and`.
pub(super) const AND: u8 = 9;
/// The class of months.
pub(super) const MONTH: u8 = 10;
/// The class of words for journals.
pub(super) const JOURNAL: u8 = 14;
/// The class of words for conferences.
pub(super) const MEETING: u8 = 15;
/// The class of words for theses and reports.
pub(super) const THESIS: u8 = 16;
/// The class of function words.
pub(super) const FUNCTION: u8 = 18;
/// The class of particles of names.
pub(super) const PARTICLE: u8 = 19;
/// The class of places.
pub(super) const PLACE: u8 = 21;
/// The class of words for editors.
pub(super) const EDITOR: u8 = 2;
/// The class of words for translators.
pub(super) const TRANSLATOR: u8 = 3;
/// The class of words for what is not printed yet.
pub(super) const UNPRINTED: u8 = 11;
/// The class of words for universities, institutes and companies.
pub(super) const BODY: u8 = 13;

/// The class of the word with this hash; 0 for a word of none.
pub(super) fn class(hash: u64) -> u8 {
    static INDEX: LazyLock<FxHashMap<u64, u8>> = LazyLock::new(|| {
        let mut index = FxHashMap::default();
        for (number, words) in (1..).zip(CLASSES) {
            for word in words.split('|') {
                index.entry(word_hash(word)).or_insert(number);
            }
        }
        index
    });
    INDEX.get(&hash).copied().unwrap_or(0)
}
