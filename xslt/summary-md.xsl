<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- A summary as Markdown, for other XSLT processors: the program takes meeting-md.xsl itself. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="meeting-md.xsl"/>
  <xsl:output method="text" encoding="UTF-8"/>
</xsl:stylesheet>
