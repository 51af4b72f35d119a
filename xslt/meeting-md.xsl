<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- The whole minutes as Markdown, and a summary too: the program compiles one stylesheet for both. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="md.xsl"/>
  <xsl:import href="meeting-text.xsl"/>
  <xsl:import href="summary-text.xsl"/>
  <xsl:output method="text" encoding="UTF-8"/>
</xsl:stylesheet>
