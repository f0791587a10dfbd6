"""BPMN 2.0, the Object Management Group's format for flow charts: what bpmn.io, Visio and others draw and store."""
