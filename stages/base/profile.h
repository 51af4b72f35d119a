/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Profile: what boards call things, as data read from profiles/NAME.xml. */
#ifndef BASE_PROFILE_H
#define BASE_PROFILE_H

#include <glib.h>
#include <libxml/tree.h>
#include <stdbool.h>

/* The lists of words a profile holds; each entry of a list has a key (text_key() of what boards
 * write) and the value it stands for. In XML: <lista typ="avsnitt"><ord text="Beslut" betyder="beslut"/>. */
typedef enum {
    WORDS_SECTION, /* section heading -> kind of section, the names in meeting.xsd */
    WORDS_LABEL,   /* label of a line -> fact: diarienummer, arendeansvarig, handlaggare, tid, plats, datum,
                      ordforande, sekreterare, justerare, organ */
    WORDS_ATTENDANCE, /* heading or label of an attendance group -> ledamot, tjanstgorande_ersattare, … */
    WORDS_ROLE, /* "1:e vice ordförande" -> ordforande, vice_ordforande, sekreterare, justerare, ledamot … */
    WORDS_PARTY,     /* abbreviation -> name of the party */
    WORDS_BODY,      /* last part of a body's name ("nämnden", "styrelsen", "utskott") -> organ */
    WORDS_PRINCIPAL, /* word that begins or ends the name of a municipality or region -> huvudman */
    WORDS_SIGNATURE, /* words of signature boxes: "Justerandes sign" */
    WORDS_OVERLAY,   /* words of signing services: "Comfact Signature Referensnummer" */
    WORDS_FURNITURE, /* other words of running heads and feet: "Sammanträdesdatum" -> datum */
    WORDS_MONTH,     /* "januari" -> 1 */
    WORDS_FORMAL,    /* words in the title of an item of mere form: "val av justerare" */
    WORDS_NOTED,     /* words of a decision without substance: "informationen är delgiven" */
    WORDS_DOCUMENT, /* words that say what a document is: "protokoll", "sammanfattning från", "nämndplan" */
    WORDS_ABBREVIATION, /* abbreviations whose period ends no sentence */
    WORDS_PERSONAL,     /* words about personal data, by what they say of a number or name: enskild, nr-person … */
    WORDS_GIVEN_NAME,   /* given names */
    WORDS_RECOGNISED,   /* what the first pages say where this profile holds; not inherited */
    WORDS__MAX
} WordList;

typedef struct {
    const char *key;     /* text_key() of `text` */
    const char *text;    /* as the profile writes it */
    const char *meaning; /* may be NULL */
} Word;

typedef struct Profile Profile;

/* Reads a profile from an XML document that is valid by schema/profile.xsd; the words of `base`
 * (may be NULL) hold where the profile says nothing. The result is the caller's. */
Profile *profile_from_xml(xmlDoc *doc, const Profile *base, GError **error);
void profile_free(Profile *profile);
const char *profile_name(const Profile *profile);
/* The name of the profile that the one in `doc` builds on, NULL when it does not say; the caller frees it. */
char *profile_base(xmlDoc *doc);
/* How many words `text` is recognised by: those of WORDS_RECOGNISED when all of them stand in it, else 0. */
guint profile_recognises(const Profile *profile, const char *text);

/* The meaning of exactly `text` (compared by text_key()), or NULL. Borrowed. */
const char *profile_meaning(const Profile *profile, WordList list, const char *text);
/* The entry with the longest key that `text` begins with at a word boundary, or NULL;
 * `*rest` is then the text after it, its colon and blanks skipped. */
const Word *profile_prefix(const Profile *profile, WordList list, const char *text, const char **rest);
/* The first entry whose words stand anywhere in `text`, or NULL. */
const Word *profile_within(const Profile *profile, WordList list, const char *text);
/* True when a word of `text`, or its genitive, begins with an entry: where not, none stands in it. */
bool profile_begins_word(const Profile *profile, WordList list, const char *text);
/* True for the title of an item of mere form. */
bool profile_is_formal_title(const Profile *profile, const char *title);
/* All entries of a list: an array of Word, borrowed. */
const GArray *profile_words(const Profile *profile, WordList list);

#endif
