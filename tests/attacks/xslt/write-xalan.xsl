<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- Writes a file with what Xalan has. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:exsl="http://exslt.org/common" xmlns:str="http://exslt.org/strings" xmlns:saxon="http://icl.com/saxon"
    xmlns:redirect="org.apache.xalan.xslt.extensions.Redirect" xmlns:xt="http://www.jclark.com/xt"
    xmlns:libxslt="http://xmlsoft.org/XSLT/namespace" xmlns:dyn="http://exslt.org/dynamic"
    xmlns:date="http://exslt.org/dates-and-times" xmlns:crypto="http://exslt.org/crypto"
    extension-element-prefixes="exsl saxon redirect xt libxslt">
  <xsl:output method="text"/>
  <xsl:template match="/"><redirect:write file="FOLDER/written">x</redirect:write></xsl:template>
</xsl:stylesheet>
