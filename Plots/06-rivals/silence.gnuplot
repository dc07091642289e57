# The generator's gradient while the discriminator learns
#
# Draw silence.png and silence.svg again, in this folder:  gnuplot silence.gnuplot
# It needs silence.dat.

set encoding utf8
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set title 'The generator'."'".'s gradient while the discriminator learns' font ',13' textcolor rgb '#333333'
set xlabel 'steps of the discriminator alone' textcolor rgb '#333333'
set ylabel 'norm of the generator'."'".'s gradient' textcolor rgb '#333333'
set xrange [0:99]
set yrange [0.205606718:15.4900238]
set logscale y
set xtics 20 format '%.0f'
set ytics ('' 0.3 1, '' 0.4 1, '0.5' 0.5, '' 0.6 1, '' 0.7 1, '' 0.8 1, '' 0.9 1, '1' 1, '2' 2, '' 3 1, '' 4 1, '5' 5, '' 6 1, '' 7 1, '' 8 1, '' 9 1, '10' 10)
set key inside bottom left Left reverse samplen 2 spacing 1.15 textcolor rgb '#333333'

set terminal pngcairo noenhanced size 800,500 font 'DejaVu Sans,11'
set output 'silence.png'
plot \
    'silence.dat' index 0 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#0072b2' title 'minimax', \
    'silence.dat' index 1 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#d55e00' title 'non-saturating'

set terminal svg noenhanced size 800,500 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
set output 'silence.svg'
replot
unset output
