/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Notes: what a stage had to choose, could not settle or found wrong, and what it did about it. */
#ifndef BASE_NOTES_H
#define BASE_NOTES_H

#include <glib.h>

#include "base/model.h"

/* One row per note: constant, code in XML and man page, level, what happened and what was done. */
#define NOTE_KINDS(X)                                                                                        \
    X(NOTE_PAGE_WITHOUT_TEXT, "page-without-text", WARNING,                                                  \
      "page has no text, only pictures: nothing taken from it")                                              \
    X(NOTE_PAGE_UNREADABLE, "page-unreadable", ERROR,                                                        \
      "text of the page cannot be decoded: kept, do not publish it")                                         \
    X(NOTE_FACTS_UNREADABLE, "facts-unreadable", WARNING,                                                    \
      "facts stand on a page whose text cannot be decoded: kept, compare them with the page")                \
    X(NOTE_TEXT_HIDDEN, "text-hidden", WARNING,                                                              \
      "text that cannot be seen on the page, or beside it: not published")                                   \
    X(NOTE_CHARACTER_UNKNOWN, "character-unknown", WARNING, "character without meaning: replaced by U+FFFD") \
    X(NOTE_PAGE_OVERFULL, "page-overfull", WARNING,                                                          \
      "page has more than 5000 links, ruled lines or pictures: left out, its text kept")                     \
    X(NOTE_TEXT_OVERLONG, "text-overlong", WARNING,                                                          \
      "longer or more involved than any text of minutes: not read to its end for facts, its text kept")      \
    X(NOTE_FOOTNOTE_UNMARKED, "footnote-unmarked", INFO,                                                     \
      "footnote has no mark in the text: kept after its item")                                               \
    X(NOTE_DOCUMENT_UNKNOWN, "document-unknown", WARNING,                                                    \
      "neither minutes, summary nor plan: text, headings, lists and tables kept")                            \
    X(NOTE_BODY_UNKNOWN, "body-unknown", WARNING, "no name of the body found: left out")                     \
    X(NOTE_DATE_UNKNOWN, "date-unknown", WARNING, "no date of the meeting found: left out")                  \
    X(NOTE_DATE_DIFFERS, "date-differs", WARNING, "dates of the meeting disagree: the first kept")           \
    X(NOTE_CHAIRS_IN_TURN, "chairs-in-turn", INFO,                                                           \
      "somebody else led the meeting, or an item, too: the first kept as chair")                             \
    X(NOTE_ATTENDANCE_MISSING, "attendance-missing", INFO, "no attendance list found: left out")             \
    X(NOTE_ATTENDANCE_UNCLEAR, "attendance-unclear", WARNING,                                                \
      "line of the attendance list not understood: kept as text")                                            \
    X(NOTE_ITEM_GAP, "item-gap", WARNING, "item numbers are not consecutive: kept as printed")               \
    X(NOTE_ITEM_REPEATED, "item-repeated", WARNING,                                                          \
      "item number occurs twice: the second continues the first")                                            \
    X(NOTE_ITEMS_MISSING, "items-missing", WARNING, "minutes without any item found: text kept")             \
    X(NOTE_SECTION_UNKNOWN, "section-unknown", INFO,                                                         \
      "heading that no rule knows: kept under its own heading")                                              \
    X(NOTE_DECISION_MISSING, "decision-missing", INFO, "item without a decision: none stated")               \
    X(NOTE_MOTION_UNCLEAR, "motion-unclear", WARNING,                                                        \
      "motion whose kind or mover is not settled by its words: left out of the list, kept as text")          \
    X(NOTE_VOTE_UNCLEAR, "vote-unclear", WARNING,                                                            \
      "vote whose numbers or names are not settled by its words: what was found is kept")                    \
    X(NOTE_VOTE_DIFFERS, "vote-differs", WARNING, "numbers printed and names counted disagree: both kept")   \
    X(NOTE_PERSON_UNKNOWN, "person-unknown", INFO,                                                           \
      "name that is not in the attendance list: kept as printed")                                            \
    X(NOTE_RESERVATION_UNCLEAR, "reservation-unclear", WARNING,                                              \
      "reservation whose persons are not named: kept as text")                                               \
    X(NOTE_OTHERS_UNNAMED, "others-unnamed", WARNING,                                                        \
      "more persons are meant than are named (m.fl.): those named kept")                                     \
    X(NOTE_PARTICIPATION_UNSETTLED, "participation-unsettled", INFO,                                         \
      "attendance does not settle who took part in every item: no list for those items")                     \
    X(NOTE_CONFLICT_UNCLEAR, "conflict-unclear", WARNING,                                                    \
      "conflict of interest whose person or item is not named: kept as text")                                \
    X(NOTE_STATEMENT_UNCLEAR, "statement-unclear", WARNING,                                                  \
      "statement for the record whose persons are not named: kept as text")                                  \
    X(NOTE_ADJUSTMENT_DIFFERS, "adjustment-differs", WARNING,                                                \
      "dates of adjustment or notice disagree: the first kept")                                              \
    X(NOTE_SIGNATURE_UNCLEAR, "signature-unclear", WARNING,                                                  \
      "signatures side by side whose names nothing parts: left out, kept as text")                           \
    X(NOTE_OUTCOME_UNSETTLED, "outcome-unsettled", INFO,                                                     \
      "words do not settle what became of the proposal: no outcome stated")                                  \
    X(NOTE_CORRECTION_UNFIT, "correction-unfit", WARNING, "correction finds no such value: nothing changed") \
    X(NOTE_WORDS_LOST, "words-lost", ERROR,                                                                  \
      "words of the pages are missing from the meeting: report this file")                                   \
    X(NOTE_WORDS_ADDED, "words-added", ERROR, "words of the meeting are not on the pages: report this file")

typedef enum {
#define X(constant, code, level, text) constant,
    NOTE_KINDS(X)
#undef X
        NOTE__MAX
} NoteKind;

typedef enum { LEVEL_INFO, LEVEL_WARNING, LEVEL_ERROR } NoteLevel;

typedef struct {
    NoteKind kind;
    NoteLevel level;   /* of its kind; in the XML for those who read it alone */
    int page;          /* 1-based; 0 where no page is meant */
    const char *where; /* id of the block or dropped line, or the item ("§ 12"); may be NULL */
    const char *words; /* the words in question, verbatim; may be NULL */
} Note;

/* How notes are stored in XML: <note kind level page where>words</note>. */
extern const ModelType note_type;    /* English formats */
extern const ModelType note_type_sv; /* <anmarkning typ niva sida var>, in the meeting's XML */

/* Appends a note to `notes` (a GArray of Note); the strings are copied into `chunk`. */
void notes_add(GArray *notes, GStringChunk *chunk, NoteKind kind, int page, const char *where,
               const char *words);
/* Appends copies of all of `from` to `notes`. */
void notes_add_all(GArray *notes, GStringChunk *chunk, const GArray *from);

const char *note_code(NoteKind kind);
NoteLevel note_level(NoteKind kind);
const char *note_text(NoteKind kind);
/* The worst level in `notes`; LEVEL_INFO when there are none. */
NoteLevel notes_worst(const GArray *notes);

#endif
