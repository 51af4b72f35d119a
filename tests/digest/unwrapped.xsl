<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- A digest as plain text in lines as long as they are. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../../xslt/digest-txt.xsl"/>
  <xsl:output method="text" encoding="UTF-8"/>
  <xsl:variable name="width" select="100000"/>
</xsl:stylesheet>
