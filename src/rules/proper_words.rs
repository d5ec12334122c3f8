//! Words that keep capitals where a text in capitals is lowered.

/// How a word is written inside a sentence, if not in lower case; `word` in any case, without
/// apostrophe and what follows it.
///
/// ```text
/// AFRICA -> Africa, MRNA -> mRNA, CHILDREN -> nothing
/// ```
pub(super) fn form(word: &str) -> Option<&'static str> {
    if word.len() > 24 || !word.is_ascii() {
        return None;
    }
    let at = beginning(word.as_bytes())?;
    let words = WORDS.get(*STARTS.get(at)?..*STARTS.get(at + 1)?)?;
    let own = |known: &&&str| known.eq_ignore_ascii_case(word);
    words.iter().find(own).copied()
}

/// How many beginnings there are: a letter, and another or none.
const BEGINNINGS: usize = 26 * 27;

/// A number for the first two letters of a word, in the order of [`WORDS`].
const fn beginning(word: &[u8]) -> Option<usize> {
    let (first, second) = match word {
        [first, second, ..] if second.is_ascii_alphabetic() => (first, letter(*second) + 1),
        [first, ..] => (first, 0),
        [] => return None,
    };
    if first.is_ascii_alphabetic() {
        Some(letter(*first) * 27 + second)
    } else {
        None
    }
}

const fn letter(byte: u8) -> usize {
    (byte.to_ascii_lowercase() - b'a') as usize
}

/// Where the words of each beginning begin; at the end, where the last ones end.
static STARTS: [usize; BEGINNINGS + 1] = {
    let mut starts = [0; BEGINNINGS + 1];
    let mut at = 0;
    while at < WORDS.len() {
        if let Some(own) = beginning(WORDS[at].as_bytes()) {
            starts[own + 1] = at + 1;
        }
        at += 1;
    }
    let mut own = 1;
    while own < starts.len() {
        if starts[own] == 0 {
            starts[own] = starts[own - 1];
        }
        own += 1;
    }
    starts
};

/// Sorted without regard to case. Countries, cities, peoples, languages, months and days, people
/// whose names stand in terms, genera, firms and products, and acronyms that are no words.
#[rustfmt::skip]
static WORDS: &[&str] = &[
    "AAAI", "AAAS", "Abelian", "ABI", "Acinetobacter", "ACM", "ACTH", "ADAMTS", "ADC", "Adelaide",
    "ADHD", "ADL", "ADLs", "ADP", "Aedes", "Afghanistan", "AFM", "AFP", "Africa", "African",
    "aHUS", "AI", "AIAA", "AIDS", "Airbus", "Aires", "AJNR", "AJR", "AKT", "Alaska", "Albania",
    "Albanian", "Alberta", "Algeria", "Alps", "ALS", "ALTEX", "Alzheimer", "Amazon", "AMD",
    "America", "American", "Americans", "Americas", "AMP", "AMPK", "AMR", "Amsterdam", "ANCOVA",
    "Andalusia", "Andes", "Andorra", "Android", "Angelman", "Anglo", "Angola", "Ankara",
    "Anopheles", "ANOVA", "Antarctic", "Antarctica", "Apgar", "APIs", "APMIS", "April", "APTT",
    "Arab", "Arabia", "Arabic", "Arabidopsis", "Arabs", "Archimedes", "Arctic", "ARDS",
    "Argentina", "Argentine", "Argentinian", "ARIMA", "Aristotle", "Arizona", "Armenia",
    "Armenian", "ASCE", "ASD", "ASDs", "Asia", "Asian", "Asians", "ASIC", "ASME", "Asperger",
    "Aspergillus", "Athens", "Atlanta", "Atlantic", "ATP", "ATPase", "Auckland", "August",
    "Australia", "Australian", "Australians", "Austria", "Austrian", "Azerbaijan", "Bacillus",
    "Bacteroides", "Baghdad", "Bahrain", "Balint", "Balkan", "Balkans", "Baltic", "Baltimore",
    "Banach", "Bangkok", "Bangladesh", "Bangladeshi", "Barbados", "Barcelona", "Barrett",
    "Barthel", "Bartter", "Basel", "Basque", "Bavaria", "Bayes", "Bayesian", "BCG", "BCR", "BCS",
    "BDNF", "Beck", "Behcet", "Beijing", "Belarus", "Belarusian", "Belgian", "Belgium", "Bengal",
    "Bengali", "Benin", "Bergen", "Bergson", "Berlin", "Bern", "Bernoulli", "BERT", "Bessel",
    "Bhutan", "Bible", "Biblical", "Bifidobacterium", "BIM", "Birmingham", "Bitcoin", "Bluetooth",
    "BMC", "BMI", "BMJ", "BMS", "Boeing", "Bogota", "Bolivia", "Bologna", "Boltzmann", "Bombay",
    "Bonferroni", "Boole", "Boolean", "Bordetella", "Borel", "Borrelia", "Bose", "Bosnia",
    "Bosnian", "Boston", "Botswana", "Bourdieu", "Bowen", "BPA", "BPD", "BRAF", "Brassica",
    "Brazil", "Brazilian", "Brazilians", "BRCA", "BrdU", "Brexit", "BRICS", "Brillouin",
    "Brisbane", "Bristol", "Britain", "British", "Brittany", "Broca", "Brodmann", "Brownian",
    "Brucella", "Brunei", "Brussels", "Bucharest", "Budapest", "Buddha", "Buddhism", "Buddhist",
    "Bulgaria", "Bulgarian", "Burkina", "Burkitt", "Burundi", "Busan", "Byzantine", "CAAI",
    "Caenorhabditis", "Cairo", "Calcutta", "Caledonia", "California", "Cambodia", "Cambridge",
    "Cameroon", "cAMP", "Campylobacter", "Canada", "Canadian", "Canadians", "Candida",
    "Cantonese", "Caribbean", "Carlo", "Carolina", "Cartesian", "Catalan", "Catalonia",
    "Catholic", "Catholics", "Caucasian", "Caucasians", "Cauchy", "CBT", "CCK", "CDC", "CDKL",
    "CDMA", "cDNA", "CdSe", "CdTe", "CEA", "Celtic", "CEO", "CERN", "CFD", "cfDNA", "CFH", "CFHR",
    "CFI", "CFO", "CGH", "CGI", "cGMP", "CGRP", "Chagas", "ChatGPT", "Chebyshev", "Chengdu",
    "Chennai", "Chernobyl", "CHF", "Chiari", "Chicago", "Chile", "Chilean", "China", "Chinese",
    "Chlamydia", "Chongqing", "Christ", "Christian", "Christianity", "Christians", "Christmas",
    "CIA", "CIMT", "CINAHL", "circRNA", "CIRP", "CJD", "CKD", "Cleveland", "CLIL",
    "Clostridioides", "Clostridium", "CMOS", "CMV", "CNN", "CNNs", "CNS", "Cochrane", "Colombia",
    "Colombian", "Colorado", "COMT", "Confucian", "Confucianism", "Confucius", "Congo",
    "Connecticut", "COPD", "Copenhagen", "Cornell", "Coulomb", "COVID", "Cox", "CpG", "CPU",
    "CPUs", "Creutzfeldt", "CRH", "CRISPR", "Croatia", "Croatian", "Crohn", "Cronbach", "CRP",
    "Cryptococcus", "CSF", "ctDNA", "Cuba", "Cuban", "Cushing", "CVD", "CVPR", "CXCR", "CYP",
    "Cyprus", "Czech", "Czechoslovakia", "Dallas", "Danish", "Dante", "Darwin", "Darwinian",
    "Dawley", "DBS", "DDT", "December", "Deleuze", "Delhi", "Delphi", "Denmark", "Denver",
    "Derrida", "Descartes", "Detroit", "DFT", "DHA", "Dhaka", "DIPG", "Dirac", "Dirichlet",
    "Djibouti", "DNA", "DNAs", "DNMT", "Doppler", "Dostoevsky", "DPP", "Dresden", "Drosophila",
    "DSC", "DSM", "DSP", "dsRNA", "DTI", "DTP", "Dublin", "Duchenne", "Durkheim", "Dutch", "DVT",
    "DWI", "Easter", "Ebola", "EBV", "ECCV", "ECG", "ECM", "ECT", "Ecuador", "Edinburgh", "EEG",
    "EFL", "EFSA", "EGF", "EGFR", "Egypt", "Egyptian", "EHEC", "Ehlers", "EIA", "Einstein", "EKG",
    "ELISA", "Elizabethan", "Elsevier", "ELT", "Embase", "EMBO", "EMG", "Emirates", "England",
    "English", "eNOS", "Enterobacter", "Enterococcus", "EORTC", "EPL", "EPR", "Epstein", "Erdos",
    "Eritrea", "ERK", "ERP", "ESA", "ESAIM", "ESBL", "Escherichia", "ESG", "ESL", "Esperanto",
    "ESR", "ESRD", "Estonia", "Estonian", "Eswatini", "Ethiopia", "Ethiopian", "EU", "Euclid",
    "Euclidean", "Euler", "Eulerian", "Eurasia", "Eurasian", "Europe", "European", "Europeans",
    "EUV", "Ewing", "Fabry", "Facebook", "Fanconi", "FASEB", "Faso", "FBI", "FDA", "FDG", "FDI",
    "February", "FEBS", "FEM", "Feynman", "FGF", "Fiji", "Filipino", "Finland", "Finnish",
    "Fisher", "FLAIR", "Florence", "Florida", "FMR", "fMRI", "FMRP", "fNIRS", "Fontan",
    "Foucault", "Fourier", "FPGA", "Framingham", "France", "Frankfurt", "French", "Freud",
    "Freudian", "Friday", "Friedreich", "FSH", "FTIR", "Fugl", "Fukushima", "Fusarium", "FXR",
    "GaAs", "GABA", "Gabon", "Gadamer", "Galerkin", "Galileo", "Galois", "Gambia", "GaN",
    "Gandhi", "GANs", "GARCH", "Gauss", "Gaussian", "GBM", "GBMs", "GDP", "Gehrig", "Geneva",
    "Georgia", "Georgian", "German", "Germanic", "Germans", "Germany", "GH", "Ghana", "Ghanaian",
    "GHG", "GHRH", "Gibbs", "GIP", "GIS", "GitHub", "Glasgow", "Gleason", "GLP", "GMO", "GMP",
    "GNP", "GnRH", "GNSS", "Goethe", "Goffman", "Google", "Gothenburg", "GPS", "GPT", "GPU",
    "GPUs", "Gramsci", "Greece", "Greek", "Greeks", "Grenada", "GRU", "GSM", "GST", "GTP",
    "GTPase", "Guangdong", "Guangzhou", "Guatemala", "Guillain", "Guyana", "GWAS", "GWASs",
    "HAART", "Habermas", "Haemophilus", "Haiti", "Hamburg", "Hamilton", "Hamiltonian", "Hangzhou",
    "Hanoi", "Harvard", "Hashimoto", "Havana", "Hawaii", "Hawthorne", "HbA", "HBV", "HCC", "HCV",
    "HDAC", "HDACs", "HDL", "Hebrew", "Hegel", "Hegelian", "Heidegger", "Heidelberg",
    "Helicobacter", "Helsinki", "Henan", "Hermite", "Hermitian", "Herzegovina", "HfO", "Hilbert",
    "Himalaya", "Himalayan", "Himalayas", "Hindi", "Hindu", "Hinduism", "Hippocrates",
    "Hiroshima", "Hirschsprung", "Hispanic", "Hispanics", "Hitler", "HIV", "HLA", "HMM", "HMMs",
    "Hodgkin", "Holocaust", "HOMA", "Honduras", "Hong", "Houston", "HPA", "HPB", "HPLC", "HPV",
    "HSV", "HTLV", "HTML", "HTT", "HTTP", "Huawei", "Hubble", "Hubei", "Hume", "Hunan",
    "Hungarian", "Hungary", "Huntington", "HUS", "Husserl", "HUVEC", "HUVECs", "HVDC", "IADL",
    "IBD", "Iberia", "IBS", "ICA", "ICAM", "ICCV", "ICD", "Iceland", "Icelandic", "ICLR", "ICML",
    "ICP", "ICT", "ICU", "IDH", "IEE", "IEEE", "IET", "IFN", "IgA", "IgD", "IgE", "IGF", "IGFBP",
    "IgG", "IgM", "IJCAI", "IL", "Illinois", "Illumina", "IMF", "India", "Indian", "Indians",
    "Indonesia", "Indonesian", "INFORMS", "InGaAs", "iNOS", "INR", "Instagram", "Intel", "Inuit",
    "IOP", "iOS", "IoT", "Iowa", "iPad", "iPhone", "IPO", "Iran", "Iranian", "Iraq", "Iraqi",
    "IRB", "Ireland", "Irish", "Ising", "Islam", "Islamic", "ISPRS", "Israel", "Israeli",
    "Istanbul", "Italian", "Italians", "Italy", "IVF", "IVUS", "JACC", "Jacobi", "Jacobian",
    "JAK", "Jakarta", "Jakob", "JAMA", "Jamaica", "Janeiro", "January", "Japan", "Japanese",
    "JavaScript", "Jersey", "Jerusalem", "Jesus", "JETP", "Jewish", "Jews", "JHEP", "Jiangsu",
    "JMIR", "Johannesburg", "JSON", "Judaism", "July", "June", "Jung", "Jungian", "Kalman",
    "Kansas", "Kant", "Kantian", "Kaplan", "Karachi", "Karnofsky", "Kashmir", "Kathmandu",
    "Kawasaki", "Kazakhstan", "Kentucky", "Kenya", "Kenyan", "Keynes", "Keynesian", "Kierkegaard",
    "Kiev", "Kinect", "KIR", "Klebsiella", "Klein", "Klinefelter", "KNN", "Kohn", "Kolkata",
    "Kolmogorov", "Kong", "Koran", "Korea", "Korean", "Koreans", "Kosovo", "Kraepelin", "Krakow",
    "KRAS", "Krebs", "Kuhn", "Kuwait", "Kyiv", "Kyoto", "Kyrgyzstan", "Lacan", "Lactobacillus",
    "Lagos", "Lagrange", "Lagrangian", "Lahore", "Langerhans", "Langevin", "Lanka", "Laos",
    "Laplace", "LaTeX", "Latin", "Latina", "Latino", "Latinos", "Latvia", "Latvian", "LCA", "LCD",
    "LDA", "LDH", "LDL", "Lebanon", "Lebesgue", "LEDs", "Leeds", "Legendre", "Legionella",
    "Leibniz", "Leipzig", "Leishmania", "Lenin", "Leone", "Lesotho", "Lewy", "LHC", "Liberia",
    "Libya", "LiDAR", "LIGO", "Likert", "Lima", "Lindau", "Lineweaver", "LinkedIn", "Linux",
    "Liouville", "Lisbon", "Listeria", "Lithuania", "Lithuanian", "Liverpool", "LLM", "LLMs",
    "lncRNA", "lncRNAs", "London", "Lorentz", "Louisiana", "LOX", "LPS", "LSTM", "LTE",
    "Luxembourg", "LVEF", "LXR", "Lyapunov", "Lyme", "Macau", "Machiavelli", "macOS",
    "Madagascar", "Madelung", "Madras", "Madrid", "Malawi", "Malaysia", "Malaysian", "MALDI",
    "Maldives", "Manchester", "Mandarin", "Manila", "Manitoba", "MANOVA", "Maori", "MAPK",
    "Marfan", "Markov", "Markovian", "Marx", "Marxism", "Marxist", "Maryland", "Maslow",
    "Massachusetts", "Mauritania", "Mauritius", "Maxwell", "MCAO", "MCI", "MCMC", "MCP", "MDA",
    "MDD", "MDR", "Medicaid", "Medicare", "Mediterranean", "Medline", "MEG", "Meier", "Melbourne",
    "MEMS", "Mendel", "Mendelian", "Merleau", "Mesopotamia", "Mexican", "Mexicans", "Mexico",
    "MGMT", "MHC", "MHD", "Miami", "Michaelis", "Michigan", "microRNA", "microRNAs", "Microsoft",
    "Milan", "MIMO", "Minkowski", "Minnesota", "Minsk", "miRNA", "miRNAs", "Missouri", "MLP",
    "MMP", "MMPI", "MMR", "MMSE", "MoCA", "Moldova", "Monaco", "Monday", "Mongolia", "Mongolian",
    "Monte", "Montenegro", "Montessori", "Montreal", "MOOC", "MOOCs", "Moroccan", "Morocco",
    "Moscow", "MOSFET", "Mozambique", "Mozart", "MPGN", "MRI", "MRIs", "mRNA", "mRNAs", "MRS",
    "MRSA", "MS", "MSC", "MSCs", "mtDNA", "MTHFR", "mTOR", "Mumbai", "Munich", "Muslim",
    "Muslims", "Myanmar", "Mycobacterium", "Mycoplasma", "MySQL", "NaCl", "NADH", "NADPH",
    "NAFLD", "Nagasaki", "Nagoya", "Nairobi", "Namibia", "Nanjing", "Naples", "Napoleon", "NASA",
    "NASH", "NATO", "Navier", "Nazi", "ncRNA", "NDT", "Nebraska", "Neisseria", "Nepal",
    "Nepalese", "Netflix", "Netherlands", "Neumann", "NeurIPS", "Nevada", "Newcastle", "Newton",
    "Newtonian", "NF", "NGF", "NGO", "NGOs", "NHS", "Nicaragua", "NICU", "Nietzsche", "Nigeria",
    "Nigerian", "NIH", "NIHSS", "Nintendo", "NIPS", "NIRS", "NLP", "NMDA", "NMR", "nNOS",
    "Noether", "Nordic", "Normandy", "Norway", "Norwegian", "NOS", "Nottingham", "November",
    "NPG", "NPY", "NSAID", "NSAIDs", "NSCLC", "NSF", "NTM", "OATP", "OCD", "Oceania", "OCR",
    "October", "OECD", "OFDM", "Ohio", "Okinawa", "Oklahoma", "OLED", "OLS", "Oman", "OMIM",
    "Ontario", "OpenAI", "Oregon", "ORL", "Oryza", "OSA", "Osaka", "Oslo", "Ottawa", "Ottoman",
    "Oxford", "Pacific", "Paget", "PAH", "PAHs", "PAI", "Pakistan", "Pakistani", "Palestine",
    "Panama", "Papua", "Paraguay", "Paris", "Parkinson", "Parkinsonian", "Pascal", "Paulo",
    "Pavlov", "PCA", "PCB", "PCBs", "PCR", "PDE", "PDGF", "Pearson", "PEDro", "PEM",
    "Pennsylvania", "Penrose", "Persian", "Perth", "Peru", "Peruvian", "Petersburg", "PFAS",
    "PFOS", "Philadelphia", "Philippines", "Piaget", "PKA", "PKC", "Planck", "Plasmodium",
    "Plato", "Platonic", "PLC", "PLOS", "PNAS", "Pneumocystis", "PNH", "Pockels", "Poincare",
    "Poisson", "Poland", "Popper", "Portugal", "Portuguese", "PostgreSQL", "Potts", "PPAR",
    "Prader", "Prague", "PrEP", "Princeton", "PRISMA", "Prolog", "Protestant", "PSA",
    "Pseudomonas", "PsycINFO", "PTEN", "PTH", "PTSD", "PubMed", "PUFA", "Punjab", "Purkinje",
    "PV", "PWS", "Pythagoras", "Python", "PYY", "Qatar", "QCD", "QED", "Qing", "QJM", "qPCR",
    "qRT", "QTL", "Quebec", "Queensland", "Quran", "Ramadan", "Raman", "Rankin", "Rasch",
    "Rayleigh", "Raynaud", "rCBV", "RCT", "RCTs", "RDF", "Reddit", "Renaissance", "ResearchGate",
    "Rett", "Reynolds", "RFID", "Rica", "Riccati", "Ricci", "Rickettsia", "Riemann", "Riemannian",
    "RNA", "RNAi", "RNAs", "RNN", "RNNs", "Roman", "Romania", "Romanian", "Romans", "Rome",
    "Rorschach", "ROS", "Rotterdam", "Rousseau", "rRNA", "RSC", "RSV", "rTMS", "Russia",
    "Russian", "Russians", "Rwanda", "RXR", "Rydberg", "Saccharomyces", "Sachs", "SAE", "Sahara",
    "Saharan", "Sahel", "Salmonella", "Salvador", "Sanskrit", "Santiago", "Sardinia", "SARS",
    "Sartre", "Saturday", "Saudi", "Saxon", "Saxony", "Scandinavia", "Scandinavian",
    "Schistosoma", "Schopenhauer", "Schrodinger", "Schwarz", "SCI", "ScienceDirect", "SCLC",
    "Scopus", "Scotland", "Scottish", "SDF", "Seattle", "Senegal", "Seoul", "September", "Serbia",
    "Serbian", "SERT", "Seychelles", "SGLT", "sgRNA", "Shakespeare", "Shakespearean", "Shandong",
    "Shanghai", "Shannon", "Sheffield", "Shenzhen", "Shiga", "Shigella", "shRNA", "SIAM",
    "Siberia", "SiC", "Sichuan", "Sicily", "Siemens", "SIGCHI", "SIGIR", "SIGKDD", "SIGMOD",
    "Singapore", "SiO", "siRNA", "siRNAs", "Sjogren", "Skype", "Slavic", "SLC", "SLE", "Slovak",
    "Slovakia", "Slovenia", "Slovenian", "SMD", "SME", "SMEs", "SNP", "SNPs", "SNRI", "snRNA",
    "Sobolev", "Socrates", "Socratic", "SOD", "SOFC", "Sofia", "Solanum", "Somalia", "Soviet",
    "Spain", "Spaniards", "Spanish", "Spearman", "SPECT", "SPIE", "Spinoza", "Sprague", "SPSS",
    "SQL", "SSRI", "SSRIs", "ssRNA", "Stalin", "Stanford", "Staphylococcus", "STD", "STEC", "STI",
    "STM", "Stockholm", "Stokes", "Streptococcus", "Streptomyces", "Stroop", "Sudan", "SULT",
    "Sunday", "Suriname", "SVD", "SVM", "SVMs", "Swahili", "Sweden", "Swedish", "Swiss",
    "Switzerland", "Sydney", "Syria", "tACS", "Taipei", "Taiwan", "Taiwanese", "Tajikistan",
    "Talmud", "Tamil", "Tanzania", "Tanzanian", "Taoist", "Tasmania", "Tay", "Taylor", "TB",
    "TBI", "TCGA", "TCM", "TCP", "TCR", "tDCS", "Tehran", "TEM", "Tencent", "Tennessee", "Texas",
    "TGF", "Thai", "Thailand", "Thursday", "Tibet", "Tibetan", "TikTok", "Timor", "TIMP", "TIMSS",
    "TiO", "TLR", "TLRs", "TMS", "TMZ", "TNF", "TNFalpha", "TOF", "Togo", "Tokyo", "Tolstoy",
    "Tonga", "Torah", "Toronto", "Tourette", "Toxoplasma", "Toyota", "TP", "TQM", "Treponema",
    "Triticum", "tRNA", "Trypanosoma", "TSH", "TTP", "Tuesday", "Tukey", "TUNEL", "Tunisia",
    "Tunisian", "Turin", "Turing", "Turkish", "Turkmenistan", "Tuskegee", "Twitter", "UAV",
    "UAVs", "UDP", "Uganda", "Ugandan", "UGT", "UK", "Ukraine", "Ukrainian", "UML", "UN",
    "UNESCO", "UNICEF", "Unix", "UPDRS", "Uppsala", "Urdu", "Uruguay", "USA", "Utah", "Utrecht",
    "UV", "UWB", "Uyghur", "Uzbekistan", "Vancouver", "Vanuatu", "VCAM", "VDR", "VEGF", "VEGFR",
    "Venezuela", "Venezuelan", "Venice", "Venn", "Verde", "Vermont", "Vibrio", "Victorian",
    "Vienna", "Vietnam", "Vietnamese", "VIP", "Virginia", "VLDB", "VLDL", "VLSI", "VOC", "VOCs",
    "VRE", "VSMCs", "VUV", "Vygotskian", "Vygotsky", "Waals", "WAIS", "Wald", "Wales", "Warsaw",
    "Washington", "WDM", "WeChat", "Wednesday", "Weibull", "Weierstrass", "Welsh", "Wernicke",
    "WhatsApp", "Wiener", "WiFi", "Wikipedia", "Wilcoxon", "Willebrand", "Wilms", "WISC",
    "Wisconsin", "Wistar", "Wittgenstein", "WSN", "WTO", "Wuhan", "XDR", "Xenopus", "Xinjiang",
    "XML", "XPS", "XRD", "XRF", "YAG", "Yale", "Yemen", "Yersinia", "York", "Yoruba", "YouTube",
    "Yugoslavia", "Yunnan", "Zambia", "Zea", "Zealand", "Zermelo", "Zernike", "Zhejiang", "Zika",
    "Zimbabwe", "ZnO", "Zulu", "Zurich",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_are_sorted_and_no_word_stands_twice() {
        for pair in WORDS.windows(2) {
            if let [a, b] = pair {
                assert!(a.to_ascii_lowercase() < b.to_ascii_lowercase(), "{a} {b}");
            }
        }
    }

    #[test]
    fn forms() {
        assert_eq!(form("AFRICA"), Some("Africa"));
        assert_eq!(form("mrna"), Some("mRNA"));
        assert_eq!(form("CHILDREN"), None);
        for word in WORDS {
            assert_eq!(form(&word.to_ascii_uppercase()), Some(*word));
        }
        assert_eq!(
            (form(""), form("x"), form("1a"), form("a1")),
            (None, None, None, None)
        );
    }
}
