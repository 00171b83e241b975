"""okr-coach: a coach that makes people's OKRs good."""
