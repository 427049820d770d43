"""Settings: what hegui.yaml must say. Never waivable."""
