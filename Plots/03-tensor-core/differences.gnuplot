# The error of a difference quotient
#
# Draw differences.png and differences.svg again, in this folder:  gnuplot differences.gnuplot
# It needs differences.dat.

set encoding utf8
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set title 'The error of a difference quotient' font ',13' textcolor rgb '#333333'
set xlabel 'step h' textcolor rgb '#333333'
set ylabel 'error of ∂f/∂x' textcolor rgb '#333333'
set xrange [1e-14:1]
set yrange [4.04582797e-12:2.22037518]
set logscale x
set logscale y
set xtics ('10⁻¹⁴' 1e-14, '' 1e-13 1, '10⁻¹²' 1e-12, '' 1e-11 1, '10⁻¹⁰' 1e-10, '' 1e-09 1, '10⁻⁸' 1e-08, '' 1e-07 1, '10⁻⁶' 1e-06, '' 1e-05 1, '10⁻⁴' 0.0001, '' 0.001 1, '10⁻²' 0.01, '' 0.1 1, '10⁰' 1)
set ytics ('10⁻¹¹' 1e-11, '' 1e-10 1, '10⁻⁹' 1e-09, '' 1e-08 1, '10⁻⁷' 1e-07, '' 1e-06 1, '10⁻⁵' 1e-05, '' 0.0001 1, '10⁻³' 0.001, '' 0.01 1, '10⁻¹' 0.1, '' 1 1)
set key bmargin center horizontal Left reverse samplen 2 spacing 1.15 textcolor rgb '#333333' height 0.5

set terminal pngcairo noenhanced size 800,500 font 'DejaVu Sans,11'
set output 'differences.png'
plot \
    'differences.dat' index 0 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#d55e00' title 'both sides, Float', \
    'differences.dat' index 1 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#56b4e9' title 'one side, Double', \
    'differences.dat' index 2 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#0072b2' title 'both sides, Double'

set terminal svg noenhanced size 800,500 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
set output 'differences.svg'
replot
unset output
