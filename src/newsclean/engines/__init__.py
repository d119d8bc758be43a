"""The work of `parse` for engines that hold documents in tables: Arrow, Spark, Ray."""
