//! Lines of a page that belong to its buttons, not to a work.

use std::collections::HashSet;
use std::sync::OnceLock;

/// Words on buttons, by language. A line is noise only as a whole: `Cite`, `Save` and `Details`
/// are words of titles too. Compared without case, counts, and punctuation at the ends.
static NOISE: &[(&str, &[&str])] = &[
    (
        "en",
        &[
            "Help me understand this report",
            "Show more",
            "Show less",
            "Sign up to set email alerts",
            "View full text",
            "View full text |Cite",
            "Cite",
            "Cite This",
            "Cite this article",
            "Search citation statements",
            "Order By: Relevance",
            "Paper Sections",
            "Select",
            "Citation Types",
            "Journals",
            "Author links open overlay panel",
            "Outline",
            "Highlights",
            "In this article",
            "Research paper",
            "Research article",
            "Year Published",
            "Publication Types",
            "Relationship",
            "Sign in / Sign up",
            "Sign in",
            "Sign up",
            "Export Citation Format",
            "Export citation",
            "Share Document",
            "Download Full-text",
            "Save",
            "Share",
            "Item in Clipboard",
            "Free PMC article",
            "Free article",
            "Similar articles",
            "Related articles",
            "View as HTML",
            "Save to Library",
            "Create Alert",
            "Highly Influential Citations",
            "Request full-text",
            "Join for free",
            "Discover the world's research",
            "Read full-text",
            "Get rights and content",
            "Previous article in issue",
            "Next article in issue",
            "Skip to main content",
            "Log in",
            "Login",
            "Register",
            "Similar content being viewed by others",
            "Download references",
            "All Metrics",
            "Views",
            "Downloads",
            "Track",
            "Author information",
            "Details",
            "JOURNAL FREE ACCESS",
            "FREE ACCESS",
            "Loading Preview",
            "Add to dashboard",
            "PDF",
            "HTML",
            "XML",
            "EPUB",
            "Download PDF",
            "View PDF",
            "Full text",
            "Full Text Views",
            "All Authors",
            "Metrics",
            "Open Access",
            "Open AccessArticle",
            "Open Access Article",
            "Article",
            "Articles",
            "Research article",
            "Original article",
            "Original Research",
            "Original Paper",
            "Review Article",
            "Review",
            "Open access",
            "Download Browse Figures",
            "Browse Figures",
            "Share and Cite",
            "MDPI and ACS Style",
            "AMA Style",
            "Chicago/Turabian Style",
            "Expand",
            "Figures and Tables from this paper",
            "Show all authors",
            "Abstract views",
            "Home",
            "Menu",
            "Search",
            "Search results",
            "Advanced search",
            "Contact",
            "About",
            "Help",
            "Privacy",
            "Privacy Policy",
            "Terms of Service",
            "Terms of Use",
            "Cookie settings",
            "Accept all cookies",
            "Accept",
            "Help & Privacy",
            "Back to top",
            "Copy",
            "Copied",
            "Cite as",
            "More citation formats",
            "Download citation",
            "Previous Article",
            "Next Article",
            "Previous",
            "Next",
            "Ask a follow-up",
            "Email",
            "Print",
            "Permissions",
            "Get access",
            "Purchase PDF",
            "Article PDF Available",
            "Citations",
            "Figures",
            "Tables",
            "Supplementary material",
            "Crossref",
            "Google Scholar",
            "PubMed",
            "Article CAS PubMed Google Scholar",
            "Web of Science",
            "Scopus",
            "Loading",
            "No results found",
            "Computer Science",
            "Medicine",
            "Psychology",
            "Save Cite",
            "We use cookies",
            "Manage cookies",
            "Your account",
            "Create account",
            "Forgot password",
        ],
    ),
    (
        "zh",
        &[
            "被引",
            "引用",
            "收藏",
            "分享",
            "报错",
            "批量引用",
            "扫码查看",
            "展开",
            "展开 >",
            "收起",
            "在线阅读",
            "下载PDF",
            "PDF下载",
            "职称材料",
            "阅读量",
            "复制引用",
            "文章快速检索",
            "高级检索",
            "上一篇",
            "下一篇",
            "点击收藏",
            "点击分享",
            "点击分享 查看原文",
            "查看原文",
            "引文网络",
            "节点文献",
            "相关论文",
            "暂无",
            "更新日期",
            "引用次数",
            "首页",
            "登录",
            "注册",
            "导出",
            "全文下载",
            "CAJ下载",
            "HTML阅读",
            "知网研学（原E-Study）",
            "打印",
            "更多",
            "阅读更多本刊最新论文本刊介绍/投稿指南",
            "本刊介绍/投稿指南",
            "複製",
            "繁體中文",
            "簡體中文",
            "中文",
            "英文",
            "英文版",
            "来自",
            "收藏文獻",
            "下載",
        ],
    ),
    (
        "ru",
        &[
            "Надоели баннеры? Вы всегда можете отключить рекламу",
            "Не можете найти то, что вам нужно?",
            "Текст научной работы",
            "Комментарии",
            "Оставить комментарий",
            "Войдите или зарегистрируйтесь",
            "ВАК",
            "CC BY",
            "Цитирований в РИНЦ",
            "ИНФОРМАЦИЯ О ПУБЛИКАЦИИ",
            "БИБЛИОМЕТРИЧЕСКИЕ ПОКАЗАТЕЛИ",
            "Похожие темы",
            "Похожие темы научных работ",
            "Научная статья",
            "Войти",
            "Скачать",
            "Поделиться",
        ],
    ),
    (
        "uk",
        &[
            "Повний текст",
            "Кількість цитувань",
            "Індексується в Scopus",
            "Джерела фінансування",
        ],
    ),
    (
        "es",
        &[
            "Servicios Personalizados",
            "Indicadores",
            "Links relacionados",
            "Similares en SciELO",
            "Citado por SciELO",
            "Compartir",
            "índice de autores",
            "Descargas",
            "Más formatos de cita",
            "Los datos de descargas todavía no están disponibles",
            "Artículo original",
            "Artículo de revisión",
            "Artículo",
            "Monográfico",
            "Revista",
            "Articulo",
            "Español (pdf)",
            "SciELO Analytics",
            "Home Page lista alfabética de revistas",
            "Scielo RSS",
            "Iniciar sesión",
            "Inicio",
            "búsqueda de artículos",
            "Descargar",
            "Buscar",
            "Enviar articulo por email",
        ],
    ),
    (
        "pt",
        &[
            "Serviços Personalizados",
            "Em processo de indexação",
            "Compartilhar",
            "pesquisa de artigos",
            "Baixar",
            "Artigo original",
            "Artigos",
            "Entrar",
            "Os dados de download ainda não estão disponíveis",
            "Mais Formatos de Citação",
            "Fomatos de Citação",
        ],
    ),
    (
        "fr",
        &[
            "Haut de page",
            "Navigation – Plan du site",
            "Accueil",
            "Article suivant",
            "Article précédent",
            "Votre alerte a bien été prise en compte",
            "Fermer",
            "du même auteur",
            "Connexion",
            "Texte intégral",
            "Plan",
            "Partager",
            "Télécharger",
        ],
    ),
    (
        "de",
        &[
            "Artikel herunterladen",
            "Teilen Sie diesen Artikel",
            "Anmelden",
            "Merken",
            "Herunterladen",
            "Startseite",
            "Originalarbeit",
            "Übersicht",
        ],
    ),
    (
        "it",
        &["Accedi", "Scarica", "Condividi", "Articolo", "Articoli"],
    ),
    (
        "ja",
        &[
            "ジャーナル フリー",
            "PDF形式でダウンロード",
            "詳細情報",
            "読み込み中",
            "検索結果がありません",
            "研究報告",
            "著者情報",
            "詳細",
            "資料",
            "書誌事項",
            "引用文献",
            "報告",
            "短報",
            "症例報告",
            "原著",
            "総説",
            "ログイン",
            "本文PDF",
            "抄録を表示する",
            "全文",
            "共有する",
            "フリー",
        ],
    ),
    (
        "ko",
        &[
            "로그인",
            "내보내기",
            "내책장담기",
            "공유하기",
            "오류접수",
            "상세조회",
            "다운로드",
            "한글로보기",
            "닫기",
            "인기검색어 순위 펼치기",
            "DOI QR코드",
            "원문보기",
            "회원가입",
        ],
    ),
    (
        "tr",
        &[
            "Ayrıntılar",
            "Birincil Dil",
            "Tam Metin",
            "Araştırma Makalesi",
            "İndir",
            "Giriş",
        ],
    ),
    (
        "id",
        &[
            "Format Sitasi Lainnya",
            "Terbitan",
            "Bagian",
            "Articles",
            "Unduh",
        ],
    ),
    ("pl", &["Pobierz", "Statystyki", "Artykuły", "Zaloguj"]),
];

/// Beginnings of noise lines whose rest varies.
static HEADS: &[&str] = &[
    "cited by ",
    "all metrics",
    "see ",
    "references ",
    "confidence:",
    "order by:",
    "show all ",
    "item in clipboard",
    "save cite ",
    "related articles",
    "© ",
    "copyright ©",
    "scholar labs",
    "our official english website",
    "(this article belongs to",
    "accesses",
    "article cas",
    "article ads",
    "article google",
    "article pubmed",
    "похожие темы",
    "authors info",
    "view web of science",
    "cas google",
    "pubmed google",
    "this site uses cookies",
    "we use cookies",
    "by clicking",
    "sign in to",
    "当前位置",
    "共 ",
    "影响因子",
    "选择",
    "選択された",
    "download full-text",
    "view all ",
    "войдите",
    "indexed in",
    "request permissions",
];

/// Whether a whole line is a button, a count or a bar of them.
pub(super) fn is_noise(line: &str) -> bool {
    let folded = fold(line);
    if folded.chars().all(|c| !c.is_alphabetic()) {
        return true;
    }
    words().contains(folded.as_str())
        || (folded.len() < 200
            && HEADS.iter().any(|head| folded.starts_with(head))
            && is_short_notice(&folded))
}

/// A varying noise line ends in a count or says little.
fn is_short_notice(folded: &str) -> bool {
    let heads_of_prose = ["see ", "references ", "cited by ", "show all ", "view all "];
    if !heads_of_prose.iter().any(|head| folded.starts_with(head)) {
        return true;
    }
    folded
        .split(' ')
        .nth(
            if folded.starts_with("cited")
                || folded.starts_with("show")
                || folded.starts_with("view")
            {
                2
            } else {
                1
            },
        )
        .is_some_and(|word| word.starts_with(|c: char| c.is_ascii_digit()))
}

fn fold(line: &str) -> String {
    line.trim_matches(|c: char| {
        c.is_whitespace()
            || matches!(
                c,
                '.' | '…' | ':' | '：' | '|' | '>' | '›' | '»' | '*' | '•' | '[' | ']' | '?'
            )
    })
    .to_lowercase()
}

fn words() -> &'static HashSet<String> {
    static WORDS: OnceLock<HashSet<String>> = OnceLock::new();
    WORDS.get_or_init(|| {
        NOISE
            .iter()
            .flat_map(|(_, lines)| lines.iter().map(|line| fold(line)))
            .collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_lines_are_noise() {
        for line in [
            "Select...",
            "CITE",
            "See 3 more Smart Citations",
            "扫码查看",
            "0",
            "展开 >",
            "Save Cite Cited by 154 Related articles",
        ] {
            assert!(is_noise(line), "{line}");
        }
        for line in [
            "Cite sources, save time",
            "See how they run",
            "References to death in Homer",
            "引用分析",
        ] {
            assert!(!is_noise(line), "{line}");
        }
    }
}
