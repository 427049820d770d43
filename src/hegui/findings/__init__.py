"""What a check says: severity, finding, outcome and the fingerprint that identifies one."""
