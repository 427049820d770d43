"""From a repository to a verdict: rules by stage, waivers, the result."""
