//! Jixiao (績效試算): exact hospital point schemes.
