# SPDX-License-Identifier: GPL-3.0-or-later
# What is wrong with the JSON-LD of a page: a line for each thing, by what schema.org says of the terms in use.

def properties: {
  WebSite: ["name", "url", "inLanguage"],
  GovernmentOrganization: ["name", "url", "parentOrganization"],
  Event: ["name", "url", "startDate", "endDate", "location", "organizer", "recordedIn", "subEvent", "superEvent", "about"],
  Report: ["name", "url", "inLanguage", "about", "author", "temporalCoverage", "dateCreated", "creativeWorkStatus", "encoding"],
  MediaObject: ["name", "contentUrl", "encodingFormat", "sha256"],
  Place: ["name"],
  Thing: ["name", "identifier", "url", "subjectOf"]
};
def required: {
  WebSite: ["name", "url"], GovernmentOrganization: ["name"], Event: ["@id", "name", "url"],
  Report: ["@id", "name", "about"], MediaObject: ["encodingFormat"], Place: ["name"], Thing: ["identifier"]
};
# What a property holds: words, or things of these types; a reference to a thing is one of any type.
def types: {
  parentOrganization: ["GovernmentOrganization"], organizer: ["GovernmentOrganization"], author: ["GovernmentOrganization"],
  location: ["Place"], recordedIn: ["Report"], subEvent: ["Event"], superEvent: ["Event"], subjectOf: ["Event"],
  about: ["Event", "Thing"], encoding: ["MediaObject"]
};
def day: "[0-9]{4}-[0-9]{2}-[0-9]{2}";
def forms: {
  startDate: "^\(day)(T[0-9]{2}:[0-9]{2}:[0-9]{2})?$", endDate: "^\(day)(T[0-9]{2}:[0-9]{2}:[0-9]{2})?$",
  dateCreated: "^\(day)$", temporalCoverage: "^\(day)(/\(day))?$", sha256: "^[0-9a-f]{64}$",
  url: "^(https?://[^ ]+|[a-z0-9./-]*)$", contentUrl: "^(https?://[^ ]+|[^ :]+)$", inLanguage: "^sv$"
};

def wrong($where):
  . as $thing | (.["@type"] // "none") as $type
  | if properties[$type] | not then "\($where): no such type: \($type)" else
      (required[$type][] | select($thing[.] | not) | "\($where): \($type) without \(.)"),
      ($thing | to_entries[] | select(.key | startswith("@") | not)
       | .key as $key | (if .value | type == "array" then .value[] else .value end)
       | if properties[$type] | index($key) | not then "\($where): \($type) has \($key)"
         elif type == "object" then
           if types[$key] == null then "\($where): \($key) is a thing"
           elif keys == ["@id"] then empty
           elif .["@type"] as $t | types[$key] | index($t) | not then "\($where): \($key) is a \(.["@type"])"
           else wrong("\($where)/\($key)") end
         elif types[$key] then "\($where): \($key) is no thing"
         elif type != "string" or . == "" then "\($where): \($key) has no words"
         elif forms[$key] != null and (test(forms[$key]) | not) then "\($where): \($key): \(.)"
         else empty end)
    end;

if .["@context"] != "https://schema.org" then "no context"
elif (.["@graph"] | type) != "array" or (.["@graph"] | length) == 0 then "no graph"
else .["@graph"][] | wrong(.["@id"] // .["@type"]) end
