/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Check: what the secretary before publishing and the archivist before accepting should look at in minutes.
 *
 * The PDF is the record: a check warns and repairs nothing. */
#ifndef CHECK_H
#define CHECK_H

#include "base/notes.h"
#include "base/profile.h"
#include "meeting.h"

#define CHECK_NAMESPACE "urn:sammandrag:granskning:1"

/* One row per check: constant, code in XML and man page, level of what it finds, what a finding says, the law
 * or practice it rests on, and what must be stated for it to be done. KL is kommunallagen (2017:725), whose
 * 6 kap. 35 § makes 5 kap. 65–69 §§ hold for boards; "praxis" is what minutes commonly have. */
#define CHECK_KINDS(X)                                                                                       \
    X(CHECK_NOT_MINUTES, "ej-protokoll", INFO, "Handlingen är inget protokoll",                              \
      "KL 5:65–69 gäller protokoll", "handlingens slag")                                                     \
    X(CHECK_PAGE_UNREADABLE, "sida-olaslig", ERROR, "Sidans text går inte att läsa rätt",                    \
      "läsningen: det som inte kan läsas ska inte publiceras", "sidor")                                      \
    X(CHECK_PAGE_PICTURE, "sida-bild", WARNING, "Sidan är en bild, och dess text är inte granskad",          \
      "läsningen: varje ord redovisas", "sidor")                                                             \
    X(CHECK_PAGES_MISSING, "sidor-saknas", WARNING, "Filen har färre sidor än handlingen uppger",            \
      "praxis: sidorna är numrerade", "sidor med numrerat sidantal")                                         \
    X(CHECK_WORDS_LOST, "ord-saknas", ERROR, "Ord på sidorna saknas i det lästa",                            \
      "läsningen: varje ord redovisas", "sidor")                                                             \
    X(CHECK_WORDS_ADDED, "ord-tillagda", ERROR, "Ord i det lästa står inte på sidorna",                      \
      "läsningen: varje ord redovisas", "sidor")                                                             \
    X(CHECK_NUMBER_MISSING, "paragraf-saknas", WARNING, "Ett paragrafnummer saknas i följden",               \
      "praxis: ärendena numreras i följd", "ärenden med paragrafnummer")                                     \
    X(CHECK_NUMBER_REPEATED, "paragraf-dubbel", WARNING, "Ett paragrafnummer förekommer två gånger",         \
      "praxis: varje ärende har ett eget nummer", "ärenden med paragrafnummer")                              \
    X(CHECK_NUMBER_ORDER, "paragraf-ordning", WARNING, "Paragraferna står inte i nummerordning",             \
      "praxis: ärendena numreras i följd", "ärenden med paragrafnummer")                                     \
    X(CHECK_NUMBER_STATED, "paragrafer-angivna", WARNING, "Handlingen anger andra paragrafer än den har",    \
      "praxis: försättsbladet anger paragraferna", "vilka paragrafer protokollet uppger sig omfatta")        \
    X(CHECK_BODY_MISSING, "organ-saknas", WARNING, "Det framgår inte vilket organ som sammanträdde",         \
      "KL 5:65", "ett protokoll")                                                                            \
    X(CHECK_DATE_MISSING, "datum-saknas", WARNING, "Det framgår inte vilken dag sammanträdet hölls",         \
      "KL 5:69: fristen räknas från dagen", "ett protokoll")                                                 \
    X(CHECK_DATE_DIFFERS, "datum-olika", WARNING, "Handlingen anger olika dagar för sammanträdet",           \
      "KL 5:69: fristen räknas från dagen", "sammanträdets datum")                                           \
    X(CHECK_PLACE_MISSING, "plats-saknas", INFO, "Det framgår inte var sammanträdet hölls", "praxis",        \
      "ett protokoll")                                                                                       \
    X(CHECK_HOURS_MISSING, "tid-saknas", INFO, "Det framgår inte när sammanträdet började", "praxis",        \
      "ett protokoll")                                                                                       \
    X(CHECK_ATTENDANCE_MISSING, "narvaro-saknas", WARNING,                                                   \
      "Det framgår inte vilka ledamöter och ersättare som tjänstgjorde", "KL 5:66", "ett protokoll")         \
    X(CHECK_ATTENDANCE_PARTIAL, "narvaro-ofullstandig", WARNING,                                             \
      "De flesta som nämns i ärendena finns inte i närvarolistan", "KL 5:66", "en närvarolista")             \
    X(CHECK_CHAIR_MISSING, "ordforande-saknas", WARNING, "Det framgår inte vem som var ordförande",          \
      "KL 5:65", "ett protokoll")                                                                            \
    X(CHECK_ADJUSTER_MISSING, "justerare-saknas", WARNING, "Det framgår inte vem som justerar", "KL 5:69",   \
      "ett protokoll")                                                                                       \
    X(CHECK_ADJUSTMENT_MISSING, "justering-saknas", INFO, "Dagen för justeringen framgår inte",              \
      "KL 5:69: inom fjorton dagar", "ett protokoll")                                                        \
    X(CHECK_ADJUSTMENT_LATE, "justering-sen", WARNING,                                                       \
      "Protokollet är justerat mer än fjorton dagar efter sammanträdet", "KL 5:69",                          \
      "dagarna för sammanträdet och justeringen")                                                            \
    X(CHECK_ADJUSTMENT_EARLY, "justering-tidig", WARNING, "Justeringen är daterad före sammanträdet",        \
      "KL 5:69", "dagarna för sammanträdet och justeringen")                                                 \
    X(CHECK_NOTICE_MISSING, "anslag-saknas", INFO, "Tillkännagivandet av justeringen framgår inte",          \
      "KL 8:12", "ett protokoll")                                                                            \
    X(CHECK_NOTICE_LATE, "anslag-sent", WARNING,                                                             \
      "Justeringen är tillkännagiven senare än andra dagen efter den", "KL 8:12",                            \
      "dagarna för justeringen och anslaget")                                                                \
    X(CHECK_NOTICE_EARLY, "anslag-tidigt", WARNING, "Tillkännagivandet är daterat före justeringen",         \
      "KL 8:12", "dagarna för justeringen och anslaget")                                                     \
    X(CHECK_NOTICE_SHORT, "anslag-kort", WARNING, "Anslaget tas ned före överklagandetidens slut",           \
      "KL 8:12 och 13:5: tre veckor", "dagarna då anslaget sätts upp och tas ned")                           \
    X(CHECK_NOTICE_KEEPER, "forvaring-saknas", WARNING,                                                      \
      "Anslaget säger inte var protokollet finns tillgängligt", "KL 8:12", "ett anslag")                     \
    X(CHECK_TITLE_MISSING, "rubrik-saknas", WARNING, "Ärendet har ingen rubrik", "KL 5:66", "ärenden")       \
    X(CHECK_DECISION_MISSING, "beslut-saknas", WARNING,                                                      \
      "Ärendet har förslag, yrkanden eller röster men inget beslut", "KL 5:67 p. 4", "ärenden")              \
    X(CHECK_DECISION_NONE, "beslut-inget", INFO, "Ärendet har inget beslut", "KL 5:67 p. 4", "ärenden")      \
    X(CHECK_MOTION_MISSING, "yrkande-saknas", WARNING,                                                       \
      "Ärendet har röster eller reservation men inget yrkande", "KL 5:67 p. 1",                              \
      "ärenden med votering eller reservation")                                                              \
    X(CHECK_PROCEDURE_MISSING, "proposition-saknas", WARNING,                                                \
      "Det framgår inte i vilken ordning förslagen ställdes till beslut", "KL 5:67 p. 2",                    \
      "ärenden med votering")                                                                                \
    X(CHECK_RESULT_MISSING, "resultat-saknas", WARNING, "Voteringens resultat framgår inte", "KL 5:67 p. 3", \
      "voteringar")                                                                                          \
    X(CHECK_TIE, "lika-rostetal", WARNING, "Lika röstetal, utan att det framgår vad som avgjorde",           \
      "KL 5:54–56 och 5:67 p. 3", "voteringar med röstetal")                                                 \
    X(CHECK_BALLOTS_MISSING, "roster-saknas", WARNING,                                                       \
      "Det framgår inte hur var och en röstade i en öppen votering", "KL 5:67 p. 5", "voteringar")           \
    X(CHECK_BALLOTS_ELSEWHERE, "roster-i-bilaga", INFO,                                                      \
      "Hur var och en röstade står i en bilaga som inte kunde läsas här", "KL 5:67 p. 5",                    \
      "voteringar som hänvisar till en bilaga")                                                              \
    X(CHECK_VOTE_COUNT, "roster-raknade", WARNING, "Tryckta röstetal och uppräknade namn skiljer sig",       \
      "KL 5:67 p. 3 och 5", "voteringar med både röstetal och namn")                                         \
    X(CHECK_VOTE_EXCESS, "roster-for-manga", WARNING, "Fler röster än tjänstgörande",                        \
      "KL 5:66 och 5:67 p. 5", "voteringar och en närvarolista")                                             \
    X(CHECK_VOTE_SHORT, "roster-for-fa", INFO, "Färre röster än deltagande, utan att det sägs varför",       \
      "KL 4:25 och 5:67 p. 5", "voteringar och vilka som deltog i ärendet")                                  \
    X(CHECK_VOTED_TWICE, "rost-dubbel", WARNING, "En person röstar två gånger i samma votering",             \
      "KL 5:67 p. 5", "röster med namn")                                                                     \
    X(CHECK_VOTER_ABSENT, "rost-av-franvarande", WARNING, "Den som röstar finns inte i närvarolistan",       \
      "KL 5:66 och 5:67 p. 5", "röster med namn och en närvarolista")                                        \
    X(CHECK_VOTER_NOT_SERVING, "rost-utan-tjanst", WARNING,                                                  \
      "Den som röstar tjänstgör inte enligt närvarolistan", "KL 5:17–18 och 5:66",                           \
      "röster med namn och en närvarolista")                                                                 \
    X(CHECK_CONFLICT_VOTED, "javig-rostar", ERROR, "Den som är jävig röstar i samma ärende",                 \
      "KL 5:47 och 6:28–32", "jäv och röster i samma ärende")                                                \
    X(CHECK_CONFLICT_DECIDES, "javig-deltar", ERROR, "Den som är jävig deltar i beslutet",                   \
      "KL 5:47 och 6:28–32", "jäv och vilka som deltog i ärendet")                                           \
    X(CHECK_DECLINED_VOTED, "avstaende-rostar", WARNING,                                                     \
      "Den som inte deltar i beslutet röstar i samma ärende", "KL 4:25 och 5:67 p. 5",                       \
      "röster och avståenden i samma ärende")                                                                \
    X(CHECK_MOVER_ABSENT, "yrkande-av-franvarande", INFO, "Den som yrkar finns inte i närvarolistan",        \
      "KL 5:66", "yrkanden och en närvarolista")                                                             \
    X(CHECK_RESERVATION_ABSENT, "reservation-av-franvarande", WARNING,                                       \
      "Den som reserverar sig finns inte i närvarolistan", "KL 4:27: den som deltagit i avgörandet",         \
      "reservationer och en närvarolista")                                                                   \
    X(CHECK_RESERVATION_NOT_SERVING, "reservation-utan-tjanst", WARNING,                                     \
      "Den som reserverar sig tjänstgör inte enligt närvarolistan",                                          \
      "KL 4:27: den som deltagit i avgörandet", "reservationer och en närvarolista")                         \
    X(CHECK_NAME_CLOSE, "namn-nara", WARNING, "Ett namn liknar en närvarandes men är inte lika",             \
      "KL 5:66 och 5:67 p. 5", "namn i ärendena och en närvarolista")                                        \
    X(CHECK_PARTY_DIFFERS, "parti-annat", WARNING, "En person har ett annat parti än i närvarolistan",       \
      "KL 5:66", "namn med parti och en närvarolista")                                                       \
    X(CHECK_NAME_VARIES, "namn-olika", WARNING,                                                              \
      "Ett namn liknar ett som återkommer i handlingen men är inte lika", "KL 5:67 p. 1, 5 och 6",           \
      "namn i ärendena utan en hel närvarolista")                                                            \
    X(CHECK_SUM_DIFFERS, "summa-stammer-inte", WARNING,                                                      \
      "En summa i en tabell är inte summan av raderna ovanför", "räkning", "tabeller med en rad för summan")

typedef enum {
#define X(constant, code, level, text, basis, needs) constant,
    CHECK_KINDS(X)
#undef X
        CHECK__MAX
} CheckKind;

/* Where a fault probably lies: in the minutes as printed, or in how they were read. */
typedef enum { FAULT_UNSAID, FAULT_PRINTED, FAULT_READ } FaultPlace;

typedef struct {
    CheckKind kind;
    NoteLevel level; /* of its kind */
    FaultPlace fault;
    int page;         /* 1-based; 0 where no page is meant */
    const char *item; /* "§ 12"; NULL: the meeting */
    const char *block;
    const char *text, *basis; /* of its kind, for those who read the XML alone */
    const char *detail;       /* what was compared: "tryckt 14, uppräknade 13"; may be NULL */
    const char *words;        /* the words in question, verbatim; may be NULL */
} Finding;

/* What one check looked at. */
typedef struct {
    CheckKind kind;
    int cases, findings;      /* no cases: it was not done, since what it needs is not stated */
    const char *text, *needs; /* of its kind */
} Coverage;

typedef struct {
    GStringChunk *chunk;
    const char *program, *file, *sha256;
    int pages;
    DocumentKind kind;
    const char *principal, *body;
    GArray *dates;                 /* of const char * */
    int errors, warnings, remarks; /* of findings and notes together */
    GArray *findings;              /* of Finding, by level, then as the document goes */
    GArray *notes;                 /* of Note, by level: those of the reading that no finding tells of */
    GArray *coverage;              /* of Coverage, one for each kind */
} Check;

/* Never fails. The result is the caller's. */
Check *check_from_meeting(const Meeting *meeting, const Profile *profile);

const char *check_code(CheckKind kind);
NoteLevel check_level(CheckKind kind);
/* The gravest level found; LEVEL_INFO also when nothing was. */
NoteLevel check_worst(const Check *check);

extern const ModelType check_type;
xmlDoc *check_to_xml(const Check *check);
/* Reads a document that is valid by schema/check.xsd; else an error in XML_DOMAIN. */
Check *check_from_xml(xmlDoc *doc, GError **error);
void check_free(Check *check); /* NULL is fine */

#endif
