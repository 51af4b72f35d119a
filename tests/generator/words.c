/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words of invented minutes: names, parties, bodies, matters and sentences, picked at random. */
#include "words.h"

#define PICK(rand, list) ((list)[g_rand_int_range((rand), 0, (gint32)G_N_ELEMENTS(list))])

static const char *const given[] = {"Agda",  "Birger",   "Cornelia", "Dag",       "Ebba",    "Folke",
                                    "Greta", "Halvard",  "Ines",     "Jarl",      "Karin",   "Love",
                                    "Moa",   "Nermin",   "Orvar",    "Paulina",   "Ragna",   "Sixten",
                                    "Tyra",  "Ulrik",    "Vendela",  "Ylva",      "Zlatka",  "Åke",
                                    "Östen", "Ann-Mari", "Per-Erik", "Lars Olof", "Fatemeh", "Goran"};
static const char *const family[] = {
    "Almlöf",   "Brännmark", "Cedervall", "Dahlgård", "Edsbo",        "Fagerlund", "Gråsten",
    "Hedåker",  "Isaksbo",   "Jernhamn",  "Kvarnå",   "Lövstad",      "Mörtnäs",   "Nylycke",
    "Ormsjö",   "Prästgård", "Rönnskär",  "Sälgvik",  "Tallberga",    "Utterfors", "Vikstrand",
    "Ytterlid", "Ånäs",      "Älvros",    "Öhrnby",   "Hosseinabadi", "Petrovska", "Nowakmaa"};
static const char *const parties[] = {"S", "M", "C", "V", "L", "KD", "MP", "SD", "BV", "NyD"};

static const WordsBody bodies[] = {
    {"Granviks kommun", "Kommunstyrelsen", "Kommunstyrelsens", "KS"},
    {"Granviks kommun", "Tekniska nämnden", "Tekniska nämndens", "TN"},
    {"Lerdala kommun", "Kultur- och fritidsnämnden", "Kultur- och fritidsnämndens", "KFN"},
    {"Lerdala kommun", "Barn- och utbildningsnämnden", "Barn- och utbildningsnämndens", "BUN"},
    {"Region Vätterbygd", "Regionstyrelsen", "Regionstyrelsens", "RS"},
    {"Region Vätterbygd", "Hälso- och sjukvårdsnämnden", "Hälso- och sjukvårdsnämndens", "HSN"},
    {"Hamnö kommun", "Kommunfullmäktige", "Kommunfullmäktiges", "KF"},
    {"Hamnö kommun", "Miljö- och byggnämnden", "Miljö- och byggnämndens", "MBN"},
};

static const char *const things[] = {"belysning",   "riktlinjer",      "taxor",        "skötselplan",
                                     "renovering",  "utbyggnad",       "upphandling",  "organisation",
                                     "trafikering", "kartläggning",    "tillsynsplan", "investering",
                                     "hyresavtal",  "överenskommelse", "handlingsplan"};
static const char *const places[] = {"för gång- och cykelvägar",
                                     "för Björkhagens förskola",
                                     "i Norra hamnen",
                                     "för föreningar och studieförbund",
                                     "för hälso- och sjukvården i glesbygd",
                                     "vid Kvarnsjöns badplats",
                                     "för kommunens servicehus",
                                     "i stadsdelen Övre Backa",
                                     "för åren 2026–2028",
                                     "för serveringstillstånd och folköl"};
static const char *const verbs[] = {"godkänna", "anta", "fastställa", "ställa sig bakom", "bifalla"};
static const char *const objects[] = {"förslaget till handlingsplan",      "den föreslagna taxan",
                                      "redovisningen av internkontrollen", "avtalet med Fastighets AB Granen",
                                      "yttrandet över remissen",           "riktlinjerna för föreningsbidrag",
                                      "budgetramen för nästa år"};
static const char *const tasks[] = {"återkomma med en uppföljning senast i november",
                                    "ta fram ett reviderat underlag tillsammans med berörda förvaltningar",
                                    "informera de boende innan arbetet påbörjas",
                                    "inleda förhandlingar med fastighetsägaren"};
static const char *const subjects[] = {"Förvaltningen",    "Avdelningen för samhällsbyggnad",
                                       "Kommunens jurist", "Den tillsatta arbetsgruppen",
                                       "Verksamheten",     "Rådet för hållbar utveckling"};
static const char *const predicates[] = {
    "har under våren gått igenom de synpunkter som kom in under samrådet",
    "bedömer att kostnaden ryms inom beslutad ram, under förutsättning att priserna inte stiger",
    "konstaterar att behovet har ökat med drygt 12 procent sedan föregående mätning",
    "föreslår att arbetet delas upp i tre etapper, varav den första kan inledas redan i höst",
    "har tagit fram en tidplan som sträcker sig fram till och med kvartal 3",
    "pekar på att in- och utfarter behöver byggas om för att klara kraven på tillgänglighet",
    "anser att samverkan med bl.a. polisen och fastighetsägarna är avgörande för resultatet",
    "har beräknat den årliga driftkostnaden till 1,4 miljoner kronor",
    "vill avvakta den statliga utredningen innan ett ställningstagande görs"};
static const char *const openers[] = {"", "Vidare gäller följande. ", "Det innebär flera förändringar. ",
                                      "Frågan har väckts tidigare, senast år 2023. "};
static const char *const documents[] = {"Tjänsteskrivelse", "Förslag till handlingsplan",
                                        "Protokollsutdrag", "Remissammanställning",
                                        "Kalkyl",           "Risk- och konsekvensanalys"};
static const char *const recipients[] = {"Ekonomiavdelningen", "Fastighets AB Granen",
                                         "Revisorerna",        "Kommunikationschefen",
                                         "Länsstyrelsen",      "Barn- och utbildningsförvaltningen"};
static const char *const offices[] = {"förvaltningschef", "ekonomichef", "utredare", "enhetschef",
                                      "planarkitekt"};
static const char *const months[] = {"januari", "februari", "mars",      "april",   "maj",      "juni",
                                     "juli",    "augusti",  "september", "oktober", "november", "december"};

char *words_name(GRand *rand, GHashTable *used)
{
    for (;;) {
        const char *first = PICK(rand, given), *last = PICK(rand, family), *other = PICK(rand, family);
        g_autofree char *name = words_chance(rand, 0.1)    ? g_strdup_printf("%s %s-%s", first, last, other)
                                : words_chance(rand, 0.06) ? g_strdup_printf("%s %s %s", first, last, other)
                                : words_chance(rand, 0.03) ? g_strdup_printf("%s af %s", first, last)
                                                           : g_strdup_printf("%s %s", first, last);
        if (g_hash_table_add(used, g_strdup(name)))
            return g_steal_pointer(&name);
    }
}

const char *words_party(GRand *rand)
{
    return PICK(rand, parties);
}

const WordsBody *words_body(GRand *rand)
{
    return &PICK(rand, bodies);
}

char *words_matter(GRand *rand)
{
    return g_strdup_printf("%s %s", PICK(rand, things), PICK(rand, places));
}

char *words_clause(GRand *rand)
{
    if (words_chance(rand, 0.3))
        return g_strdup_printf("uppdra åt förvaltningen att %s", PICK(rand, tasks));
    return g_strdup_printf("%s %s", PICK(rand, verbs), PICK(rand, objects));
}

char *words_background(GRand *rand, int sentences)
{
    GString *s = g_string_new(PICK(rand, openers));
    for (int i = 0; i < sentences; i++)
        g_string_append_printf(s, "%s%s %s.", i ? " " : "", PICK(rand, subjects), PICK(rand, predicates));
    return g_string_free(s, FALSE);
}

char *words_document(GRand *rand)
{
    g_autofree char *date = words_date(rand);
    return g_strdup_printf("%s, %s", PICK(rand, documents), date);
}

const char *words_recipient(GRand *rand)
{
    return PICK(rand, recipients);
}

const char *words_office(GRand *rand)
{
    return PICK(rand, offices);
}

bool words_chance(GRand *rand, double share)
{
    return g_rand_double(rand) < share;
}

char *words_date(GRand *rand)
{
    return g_strdup_printf("%d-%02d-%02d", g_rand_int_range(rand, 2024, 2026), g_rand_int_range(rand, 1, 13),
                           g_rand_int_range(rand, 1, 29));
}

char *words_long_date(const char *date)
{
    guint64 year = g_ascii_strtoull(date, NULL, 10), month = g_ascii_strtoull(date + 5, NULL, 10);
    guint64 day = g_ascii_strtoull(date + 8, NULL, 10);
    return g_strdup_printf("den %d %s %d", (int)day, months[month - 1], (int)year);
}
